import type { StepName } from '../state/order-state.ts';
import type { Step } from '../step.ts';
import { attach } from './attach.ts';
import { cancel } from './cancel.ts';
import { compare } from './compare.ts';
import { leaveNote } from './leave-note.ts';
import { look } from './look.ts';
import { mark } from './mark.ts';
import { put } from './put.ts';
import { refetch } from './refetch.ts';
import { report } from './report.ts';

/** Every step by its name. */
export const steps: Readonly<Record<StepName, Step>> = {
  look,
  compare,
  put,
  attach,
  refetch,
  note: leaveNote,
  mark,
  cancel,
  report,
};
