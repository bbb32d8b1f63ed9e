import { createContext } from 'react';

/** What the pane can say about the program it runs in. */
export type Environment = Readonly<{
  /** Program and platform in a word, for a support desk; asked for when the settings are opened. */
  platform: () => Promise<string>;
  /** Sentences about what this program cannot do; empty where nothing is missing. */
  missing: readonly string[];
}>;

export const EnvironmentContext = createContext<Environment | null>(null);
