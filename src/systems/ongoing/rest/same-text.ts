/** Whether two texts say the same: white space differs between systems and means nothing. */
export function sameText(a: string | undefined, b: string | undefined): boolean {
  return cleanText(a) === cleanText(b);
}

/** The text on one line, without white space around it; empty where there is none. */
export function cleanText(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
