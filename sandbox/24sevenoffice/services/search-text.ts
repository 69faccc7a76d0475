/** Whether a text is what was searched for, letters' case apart; `%` stands for any text. */
export function matchesText(text: string | undefined, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (text === undefined) return false;
  const parts = wanted.toLowerCase().split('%');
  const first = parts.shift() ?? '';
  const last = parts.pop();
  const lower = text.toLowerCase();
  if (last === undefined) return lower === first;
  if (!lower.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts) {
    const found = lower.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return lower.length - last.length >= from && lower.endsWith(last);
}
