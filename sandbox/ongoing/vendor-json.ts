import { isLosslessNumber, parse, stringify } from 'lossless-json';

/** A JSON object whose numbers have kept their text. */
export type JsonObject = { [member: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value)
  );
}

/** The JSON text as values whose numbers keep their digits; undefined where it isn't JSON. */
export function readJson(body: string): unknown {
  try {
    return parse(body);
  } catch {
    return undefined;
  }
}

/** The values as JSON text; numbers that were read by `readJson` come out with the same digits. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null';
}

/** The object that was written by `writeJson`. */
export function readObject(body: string): JsonObject {
  const value = readJson(body);
  return isJsonObject(value) ? value : {};
}

/** A member that is an object, or an empty one. */
export function objectIn(value: JsonObject, member: string): JsonObject {
  const inner = value[member];
  return isJsonObject(inner) ? inner : {};
}

/** A member that is a list, or an empty one. */
export function listIn(value: JsonObject, member: string): readonly JsonObject[] {
  const inner = value[member];
  return Array.isArray(inner) ? inner.filter(isJsonObject) : [];
}

export function textIn(value: JsonObject, member: string): string | undefined {
  const inner = value[member];
  return typeof inner === 'string' ? inner : undefined;
}

/** The digits of a member that is a number. */
export function digitsIn(value: JsonObject, member: string): string | undefined {
  const inner = value[member];
  return isLosslessNumber(inner) ? inner.value : undefined;
}
