import hubei from './hubei.json';
import hunan from './hunan.json';
import national from './national.json';
import { parseProfile } from './parse-profile';
import type { Profile } from './profile';
import shenzhen from './shenzhen.json';
import sichuan from './sichuan.json';

/** Practice that counts where nothing else is chosen. */
export const NATIONAL: Profile = parseProfile(national);

/** Profiles that come with the program, the default first. */
export const PROFILES: readonly Profile[] = [
  NATIONAL,
  ...[shenzhen, hubei, sichuan, hunan].map(parseProfile),
];

/** Profile by its identifier or its Chinese name (`hubei`, `湖北`); `undefined` when there is none. */
export function profileById(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id || profile.name === id);
}
