import { CST, Lexer } from 'yaml';

/**
 * How deep the brackets of a YAML text nest, and the dashes and question marks of one line. Asked
 * before the text is parsed: the parser calls itself for each level, and thousands of them end the
 * process rather than raise an error.
 */
export function nestingOf(text: string): number {
  let brackets = 0;
  let indicators = 0;
  let deepest = 0;
  for (const token of new Lexer().lex(text)) {
    switch (CST.tokenType(token)) {
      case 'flow-map-start':
      case 'flow-seq-start':
        brackets += 1;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        brackets -= 1;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        indicators += 1;
        break;
      case 'newline':
        indicators = 0;
        break;
      default:
    }
    deepest = Math.max(deepest, brackets + indicators);
  }
  return deepest;
}
