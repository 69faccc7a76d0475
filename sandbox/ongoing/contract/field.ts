/** How a member may be missing: `required` never, `nullable` as null too, `solid` may only be absent. */
export type Presence = 'required' | 'nullable' | 'solid';

/** What the value of a member may be. */
export type FieldKind =
  | { readonly kind: 'text'; readonly max?: number }
  | { readonly kind: 'whole' }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'object'; readonly members: Shape }
  | { readonly kind: 'list'; readonly members: Shape };

export type Field = FieldKind & { readonly presence: Presence };

/** The members of an object; any other member is refused. */
export type Shape = Readonly<Record<string, Field>>;

/** A string of at most `max` UTF-16 units, as the vendor's database counts them. */
export const text = (max?: number): Field => ({
  kind: 'text',
  presence: 'nullable',
  ...(max === undefined ? {} : { max }),
});
export const whole: Field = { kind: 'whole', presence: 'nullable' };
export const decimal: Field = { kind: 'decimal', presence: 'nullable' };
export const flag: Field = { kind: 'flag', presence: 'nullable' };
/** A calendar date, or a date and time with an explicit offset. */
export const moment: Field = { kind: 'moment', presence: 'nullable' };
export const choice = (...values: string[]): Field => ({
  kind: 'choice',
  values,
  presence: 'nullable',
});
export const object = (members: Shape): Field => ({
  kind: 'object',
  members,
  presence: 'nullable',
});
export const listOf = (members: Shape): Field => ({ kind: 'list', members, presence: 'nullable' });

/** Must be there, not null, and not empty where it is text. */
export const required = (field: Field): Field => ({ ...field, presence: 'required' });

/** May be absent but not null. */
export const solid = (field: Field): Field => ({ ...field, presence: 'solid' });
