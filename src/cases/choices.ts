import type { Actor } from '../accounts/actor.ts'
import { hasPower } from '../accounts/organ_kinds.ts'
import { isBelowOrSame, listOrgans } from '../accounts/organs.ts'
import type { Store } from '../db/open.ts'
import { sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Field } from '../procedures/fields.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Option } from '../../views/parts/control.tsx'
import { listLeaders } from './leaders.ts'
import { peopleToAsk, partsToName, rowsToChoose } from './motion_choices.ts'
import type { CaseView } from './view.ts'

type Asked = { spec: Act; view: CaseView | undefined; actor: Actor | undefined; withPower: boolean }

/** What may be chosen where not everything may: leaders, steps that were done, organs of one sort, people, parts, rows. */
export async function choicesFor(
  { reader }: Store,
  { spec, view, actor, withPower }: Asked,
): Promise<(field: Field) => Option[] | undefined> {
  const asked = fieldsOf(spec.form).map(({ field }) => field)
  const asks = (kind: Field['kind']) => asked.some(field => field.kind === kind)
  const leaders = asks('leader') ? await listLeaders(reader, view) : []
  const organs = asked.some(({ among }) => among !== undefined) ? await listOrgans(reader) : []
  const people = view && actor && asks('people') ? await peopleToAsk(reader, view, spec, actor) : []
  const name = view && actor && asks('parts') ? await partsToName(reader, view, actor) : () => []
  const among = (sort: NonNullable<Field['among']>): Option[] =>
    sort === 'streets'
      ? streetsIn(organs)
      : organs
          .filter(organ => organ.id !== actor?.organ && (!withPower || hasPower(organ)))
          .filter(organ => sort !== 'offices' || organ.kind === 'petition-office')
          .filter(organ => sort !== 'below' || isBelowOrSame(organ, actor?.organ ?? ''))
          .map(({ id, zh, en }) => ({ value: id, label: { zh, en } }))
  return field => {
    switch (field.kind) {
      case 'leader':
        return leaders
      case 'act':
        return view ? stepsDone(view) : []
      case 'people':
        return people
      case 'parts':
        return name(field)
      case 'listed':
        return view ? rowsToChoose(view, field) : []
      default:
        return field.among && among(field.among)
    }
  }
}

/** The streets and townships of the district: where a matter is, whoever asks. */
export const streetsIn = (organs: readonly (Text & { id: string; kind: string })[]): Option[] =>
  organs.filter(({ kind }) => kind === 'street').map(({ id, zh, en }) => ({ value: id, label: { zh, en } }))

/** Each step of the case by its last day, the latest first; what the clockwork did has no day to put right. */
function stepsDone({ procedure, data }: CaseView): Option[] {
  const done = Object.entries(data.did).sort(([, a], [, b]) => b.seq - a.seq)
  return done.flatMap(([act, { on, by }]) => {
    const { title, corrects } = procedure.acts[act] ?? {}
    const day = sayDay(on)
    return title && by !== 'system' && !corrects
      ? [{ value: act, label: { zh: `${title.zh}（${day.zh}）`, en: `${title.en} (${day.en})` } }]
      : []
  })
}
