const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
};

/** Text as .NET writes it into an element: a carriage return as a reference, a line feed raw. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign);
