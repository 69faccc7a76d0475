import type { YAMLError } from 'yaml';

const problems: Partial<Record<YAMLError['code'], string>> = {
  ALIAS_PROPS: 'an alias (*name) can have neither an anchor nor a tag of its own',
  BAD_ALIAS: 'this is not an alias; put the value in quotes',
  BAD_DIRECTIVE: 'a line that begins with % is not understood; delete it',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins an escape; use single quotes for plain text',
  BAD_INDENT: 'the indentation is wrong, or a bracket is not closed',
  BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
  BAD_SCALAR_START: 'a value can’t begin with @ or `; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a second colon on this line; put the value in quotes, or its keys on lines of their own',
  BLOCK_IN_FLOW: 'lines of keys can’t stand inside { } or [ ]',
  DUPLICATE_KEY: 'this key stands here twice',
  IMPOSSIBLE: 'this line can’t be read as YAML',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a space, a quote, a colon or a bracket is missing',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line; is a colon missing, or a quote not closed?',
  MULTIPLE_ANCHORS: 'a value can have one anchor',
  MULTIPLE_DOCS: 'the file holds a second document (after ---); keep one',
  MULTIPLE_TAGS: 'a value can have one tag',
  NON_STRING_KEY: 'a key must be text',
  TAB_AS_INDENT: 'a tab is used for indentation; use spaces',
  TAG_RESOLVE_FAILED: 'tags (!name) are not used here; delete it, or put the value in quotes',
  UNEXPECTED_TOKEN:
    'something stands here that YAML doesn’t expect; is a quote or a bracket missing?',
};

/**
 * What is wrong with the YAML, in words of our own: the library's may repeat what stands in the
 * file, and that may be a secret.
 */
export function yamlProblem(error: YAMLError, line: string): string {
  const problem = problems[error.code] ?? 'this line can’t be read as YAML';
  const inBraces = /[{[][^'"]*\$\{/.test(line);
  return inBraces ? `${problem} Inside { } and [ ] a variable needs quotes: "\${NAME}"` : problem;
}
