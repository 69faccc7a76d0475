/** A SQL visibility takes longer keywords and fails for ever on a list that is too long. */
const longestKeyword = 200;
/** The server refuses more than 2,048 bytes of one list. */
const mostListBytes = 1_800;

/** A value of a keyword attribute. */
export const keyword = (text: string): string => text.slice(0, longestKeyword);

/** A number as people search for it: upper case, without the `#` that shops write before it. */
export const searchText = (text: string): string =>
  keyword(text.replaceAll('#', '').trim().toUpperCase());

/** The value of a list attribute: each entry once, as many of the first ones as there is room for. */
export function searchList(texts: readonly string[]): string[] {
  let bytes = '[]'.length;
  const entries = new Set(texts.map(searchText).filter((text) => text !== ''));
  return [...entries].filter((entry) => {
    bytes += new TextEncoder().encode(JSON.stringify(entry)).length + ','.length;
    return bytes <= mostListBytes;
  });
}
