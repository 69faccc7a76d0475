import { readMarkOutcome } from '../../../src/domain/reading/read-at-source.ts';
import { tell } from '../state/story.ts';
import { nowOf, type Step } from '../step.ts';

/** Tells the source that the order was imported. */
export const mark: Step = async (context) => {
  const { order, names, state, activities } = context;
  const outcome = readMarkOutcome(
    await activities
      .source(`Mark ${names.number} as imported in ${names.source}`)
      .markImported({ order, mayBeApplied: state.uncertain.includes('mark') }),
  );
  delete state.wants.mark;
  switch (outcome.kind) {
    case 'marked':
      tell(state, nowOf(context), `Set to ${outcome.status} in ${names.source}.`);
      return;
    case 'moved on':
      tell(
        state,
        nowOf(context),
        `Not marked as imported: ${names.source} has it as ${outcome.status}.`,
      );
      return;
    case 'gone':
      tell(state, nowOf(context), `Not marked as imported: ${names.source} no longer has it.`);
      return;
    case 'already':
    case 'not wanted':
      return;
  }
};
