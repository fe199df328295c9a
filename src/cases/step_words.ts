import type { Text } from '../law/words.ts'
import { shapeOf } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import type { CaseView } from './view.ts'
import type { CaseText } from './words.ts'

/** The words of a step with their labels, in the order of the form that asked for them. */
export function wordsOf({ procedure }: CaseView, spec: Act, written: readonly CaseText[]) {
  const issued = spec.issues === undefined ? undefined : procedure.acts[spec.issues]
  const shape = { ...(issued && shapeOf(issued)), ...shapeOf(spec) }
  const place = (field: string) => [...Object.keys(shape), field].indexOf(field)
  return written
    .toSorted((a, b) => place(a.field) - place(b.field))
    .map(({ field, text }) => ({ field, text, label: labelOf(shape[field]) ?? otherLabels[field] ?? plain(field) }))
}

/** A petitioner reads what is open to them; of an accusation nothing of its content is ever shown back. */
export const mayRead = (view: CaseView, spec: Act, field: string) =>
  spec.open?.includes(field) === true && view.row.restricted === 0

const labelOf = (schema: Parameters<typeof fieldOf>[0] | undefined) => schema && fieldOf(schema)?.label
const plain = (field: string): Text => ({ zh: field, en: field })

const otherLabels: Readonly<Record<string, Text>> = {
  lateReason: { zh: '补录理由', en: 'Reason for late recording' },
  notes: { zh: '台账其他栏目', en: 'Other ledger columns' },
  ownNumber: { zh: '原编号', en: 'Number in the ledger' },
  opinion: { zh: '答复', en: 'Answer' },
}
