const longest = 300;
/** A vendor's page of an error may be long; no more of it is looked at. */
const mostRead = 20_000;
/** In place of what isn't shown. */
export const mask = '•••';

/** A vendor's text on one line: its beginning, without tags and with the characters that entities mean. */
export function plainText(words: string): string {
  return decodeEntities(words.slice(0, mostRead).replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text without e-mail addresses. Looks at each character once, wherever a vendor's text has an @. */
export const withoutEmails = (text: string, instead = mask): string =>
  text.replace(/(?<![^\s@<>"'(),;:])[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g, instead);

/** The text, cut to what an operator reads. */
export const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;

/** The vendor's words as an operator may read them: plain text, short, without e-mail addresses. */
export const presentable = (words: string): string => shortened(withoutEmails(plainText(words)));

/** The words as the end of a sentence, with one full stop. */
export const asSentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);
}
