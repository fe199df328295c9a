import type { CaseFile } from '../cases/files.ts'
import type { Step } from '../cases/story.ts'
import type { CaseView } from '../cases/view.ts'

export type TheirFile = { id: string; name: string; size: number; on: string }

/** What the petitioner gave, by this site or at the counter when filing; nothing of an accusation. */
export function theirFiles(
  view: CaseView,
  steps: readonly Pick<Step, 'act' | 'actor' | 'on' | 'files'>[],
  files: readonly CaseFile[],
): TheirFile[] {
  if (view.row.restricted === 1) return []
  const given = steps.filter(step => step.actor === 'petitioner' || view.procedure.acts[step.act]?.from === 'start')
  return given.flatMap(step =>
    files
      .filter(file => step.files.includes(file.id) && !file.isPulled)
      .map(({ id, name, size }) => ({ id, name, size, on: step.on })),
  )
}
