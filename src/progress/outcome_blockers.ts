import { sayDay } from '../law/day.ts'
import { openParts } from './blocker.ts'
import type { Blocker, Standing } from './blocker.ts'
import { partSince } from './since.ts'

/** What was said to be solved, or was promised, and is not confirmed yet. */
export const outcomeBlockers = (standing: Standing): Blocker[] =>
  openParts(standing, 'outcome').map((part): Blocker => {
    const { view, names } = standing
    const { office } = view.row
    const [name, checks] = [names.organ(part.organ), names.organ(office)]
    const promised = view.deadlines.findLast(line => line.deadline === 'promise' && line.assignment === part.id)
    const due = promised && sayDay(promised.due_on)
    const show = { act: 'showEvidence', organ: part.organ, part: part.id }
    const shared = { since: partSince(view, part), holder: { organ: part.organ, role: 'handler' } } as const
    if (part.state === 'shown')
      return {
        ...shared,
        words: { zh: `待${checks.zh}核对佐证`, en: `${checks.en} is to check the evidence` },
        holder: { organ: office, role: 'clerk' },
        acts: ['confirmOutcome', 'returnEvidence'].map(act => ({ act, organ: office, part: part.id })),
      }
    return part.state === 'claimed'
      ? {
          ...shared,
          words: {
            zh: `${name.zh}答复称已解决，尚未报送佐证`,
            en: `${name.en} says it is solved and has shown no evidence`,
          },
          acts: [show],
        }
      : {
          ...shared,
          words: {
            zh: `${name.zh}承诺的事项尚未落实${due ? `（承诺${due.zh}前）` : ''}`,
            en: `${name.en} has not carried out what it promised${due ? ` by ${due.en}` : ''}`,
          },
          acts: [show],
        }
  })
