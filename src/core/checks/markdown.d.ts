/** Pages of the checks are imported as text; webpack and jest read the file as it is. */
declare module '*.md' {
  const text: string;
  export default text;
}
