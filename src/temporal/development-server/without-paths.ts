/** What a program said, cut to a length and without this machine's paths: it may end in a report. */
export const withoutPaths = (said: string, length: number): string =>
  said.replace(/(?<![\w:/])(?:\/|[A-Za-z]:\\)[^\s"':]+/g, '…').slice(0, length);
