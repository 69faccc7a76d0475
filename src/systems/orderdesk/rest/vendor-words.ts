const longest = 300;
const mask = '•••';

/** The vendor's words as an operator may read them: plain text, short, without contact data. */
export function presentable(words: string): string {
  const plain = words
    .slice(0, 20_000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g, mask);
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).trimEnd()}…`;
}
