import { createContext } from 'react';
import type { MissingFeature } from '../hosts/ports';

/** What the pane can say about the program it runs in. */
export type Environment = Readonly<{
  /** Program and platform in a word, for a support desk; asked for when the settings are opened. */
  platform: () => Promise<string>;
  /** What this program cannot do and a newer one can; empty where nothing is missing. */
  missing: readonly MissingFeature[];
}>;

export const EnvironmentContext = createContext<Environment | null>(null);
