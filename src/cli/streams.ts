/** Where a command prints; tests give their own. */
export type Streams = Readonly<{
  print: (text: string) => void;
  error: (text: string) => void;
  /** Whether standard output is a terminal that shows colours. */
  colour: boolean;
  /** Whether standard error is a terminal: only there a progress bar is drawn. */
  terminal?: boolean;
  readInput: () => string;
}>;
