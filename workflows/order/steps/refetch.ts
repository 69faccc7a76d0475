import { orNull } from '../../../src/domain/reading/read.ts';
import { readSnapshot } from '../../../src/domain/reading/read-snapshot.ts';
import { raise, settle } from '../state/story.ts';
import { problemsInWords } from '../words/order-words.ts';
import { isUrgent, nowOf, type Step } from '../step.ts';
import { answer } from '../take/take-command.ts';
import { takeSnapshot } from '../take/take-snapshot.ts';

const readFound = orNull(readSnapshot);

/** Reads the order afresh from the source. */
export const refetch: Step = async (context) => {
  const { order, names, state, activities } = context;
  const snapshot = readFound(
    await activities
      .source(`Read ${names.number} from ${names.source}`)
      .readOrder({ order, urgent: isUrgent(state) }),
  );
  delete state.wants.fetch;
  delete state.blocked.refetch;
  if (snapshot === null) {
    delete state.wants.put;
    raise(
      state,
      'gone at source',
      nowOf(context),
      `${names.source} no longer has the order. What the warehouse has stays as it is.`,
      '`cancel` it if it must not go, or `acknowledge`.',
    );
    answer(state, 'resend', {
      outcome: 'refused',
      text: `${names.source} no longer has the order.`,
    });
    return;
  }
  settle(state, 'gone at source');
  takeSnapshot(state, snapshot, names, context.nowMs());
  if (snapshot.faults.length > 0) {
    answer(state, 'resend', { outcome: 'refused', text: problemsInWords(snapshot.faults) });
    return;
  }
  if (snapshot.order === undefined) {
    delete state.wants.put;
    answer(state, 'resend', {
      outcome: 'refused',
      text: `${names.source} has it as ${snapshot.status}, from which nothing is sent.`,
    });
  }
};
