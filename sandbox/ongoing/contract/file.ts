import type { Shape } from './field.ts';
import { required, text } from './field.ts';

/** What a PUT of a file by its name may hold. */
export const fileShape: Shape = { mimeType: required(text()), fileDataBase64: required(text()) };
