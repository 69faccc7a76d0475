import { orderWorkflowId, workflowTypes } from '../../src/domain/names.ts';
import { legalMoves, type Stage, stages } from '../../src/domain/stage.ts';
import type { World } from '../world/world.ts';

/** The stages of one life, from `importing` on, as its histories recorded them. */
export type Life = readonly Stage[];

const isStage = (text: unknown): text is Stage => (stages as readonly unknown[]).includes(text);

/** Every life of an order: as a rule a chain of runs, each of which continued the one before. */
export async function livesOf(world: World, id: string): Promise<Life[]> {
  const { client } = world.access;
  const workflowId = orderWorkflowId(world.connection, id);
  const lives = new Map<string, { runs: { at: number; stages: Stage[] }[] }>();
  const query = `WorkflowType = '${workflowTypes.order}' AND WorkflowId = '${workflowId}'`;
  for await (const { runId, startTime } of client.workflow.list({ query })) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const start = events?.[0]?.workflowExecutionStartedEventAttributes;
    const first = start?.firstExecutionRunId ?? runId;
    const stages = (events ?? []).flatMap((event) => {
      const data =
        event.upsertWorkflowSearchAttributesEventAttributes?.searchAttributes?.indexedFields?.[
          'stage'
        ]?.data;
      if (data === undefined || data === null) return [];
      const stage: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
      return isStage(stage) ? [stage] : [];
    });
    const at = startTime.getTime();
    const life = lives.get(first) ?? { runs: [] };
    life.runs.push({ at, stages });
    lives.set(first, life);
  }
  return [...lives.values()].flatMap(({ runs }) =>
    split(runs.sort((a, b) => a.at - b.at).flatMap((run) => run.stages)),
  );
}

/** An order that comes back in the moment of its end begins its next life in the same chain of runs. */
function split(stages: readonly Stage[]): Stage[][] {
  const lives: Stage[][] = [['importing']];
  for (const stage of stages) {
    if (stage === 'importing') lives.push([]);
    lives.at(-1)?.push(stage);
  }
  return lives;
}

/** What of a life no moves of the state machine lead to, in words: a stage that passes may not be seen. */
export function illegalMoves(life: Life): string[] {
  return life.slice(1).flatMap((stage, index) => {
    const before = life[index] ?? 'importing';
    return reachable(before).has(stage) ? [] : [`went from ${before} to ${stage}`];
  });
}

/** The stages that come after one, however many moves it takes. */
function reachable(from: Stage): ReadonlySet<Stage> {
  const reached = new Set<Stage>();
  const follow = (stage: Stage): void => {
    for (const next of legalMoves[stage]) {
      if (reached.has(next)) continue;
      reached.add(next);
      follow(next);
    }
  };
  follow(from);
  return reached;
}
