/** Part of a body while it is being put together. */
export interface Members {
  [member: string]: unknown;
}

/** The members that have a value: an absent one is left out, never sent as null. */
export function present<Body extends object>(members: Body): Body {
  const there = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as Body;
}

/** Of fields with texts, those that have one. */
export function presentTexts(
  fields: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

/** The members that are there, or undefined where none is. */
export function filled<Body extends object>(members: Body): Body | undefined {
  const there = present(members);
  return Object.keys(there).length === 0 ? undefined : there;
}
