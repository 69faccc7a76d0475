/** What an element holds, whatever its type: the contract's `ValueOf` says what a given type holds. */
export type Value = string | boolean | null | readonly Value[] | Values;

export interface Values {
  readonly [name: string]: Value | undefined;
}
