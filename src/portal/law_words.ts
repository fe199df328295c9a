import { fill } from '../cases/sentences.ts'
import { entriesOf } from '../accounts/rules.ts'
import { isDay, sayDay } from '../law/day.ts'
import { isTerm, sayTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Deadline } from '../procedures/deadline.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import type { Parameter } from '../procedures/parameter.ts'
import { roles } from '../procedures/roles.ts'
import { parseCitation, sayCitation, statutes } from '../procedures/statutes.ts'
import type { Citation } from '../procedures/statutes.ts'
import type {
  ClockRow,
  KindRow,
  LawProps,
  ParameterRow,
  StateRow,
  StatuteRow,
  StepRow,
} from '../../views/portal/law.tsx'
import { anyOpen } from './law_diagram.ts'

/** A procedure in words for those it concerns: nothing here is written for one procedure. */
export const sayLaw = (
  procedure: Procedure,
  parameters: Readonly<Record<string, ParameterValue>>,
): Omit<LawProps, 'drawing'> => ({
  title: procedure.title,
  inForce: procedure.inForce,
  statutes: statuteRows(procedure),
  kinds: kindRows(procedure),
  steps: Object.values(procedure.acts).map(act => stepRow(procedure, act)),
  states: stateRows(procedure),
  clocks: Object.values(procedure.deadlines).map(line => clockRow(procedure, line, parameters)),
  parameters: parameterRows(procedure, parameters),
})

export type ParameterValue = { value: string; source: Text; from: string | null }

/** Every statute the table rests on, with the day it came into force. */
function statuteRows(procedure: Procedure): StatuteRow[] {
  const cited = citationsOf(procedure).flatMap(cites => (cites === 'office' ? [] : [parseCitation(cites).statute]))
  return [...new Set(cited)].map(id => ({ title: statutes[id].title, inForce: statutes[id].inForce }))
}

function citationsOf({ acts, deadlines, routes }: Procedure): Citation[] {
  const conditions = Object.values(acts).flatMap(act => [...oneOrMore(act.when ?? []), ...(act.needs ?? [])])
  const lines = [...Object.values(acts), ...Object.values(deadlines), ...Object.values(routes), ...conditions]
  return lines.flatMap(({ cites }) => oneOrMore(cites))
}

const kindRows = ({ kinds, routes }: Procedure): KindRow[] => [
  ...Object.values(kinds).map(({ title }) => ({ title, article: null })),
  ...Object.values(routes).map(({ title, cites }) => ({ title, article: sayCitation(cites) })),
]

function stepRow(procedure: Procedure, act: Act): StepRow {
  return {
    title: act.title,
    who: together(oneOrMore(act.by).map(role => roles[role].title)),
    from: together(oneOrMore(act.from).map(from => sayFrom(procedure, act, from))),
    to: act.to === 'same' ? null : titleOf(procedure, act, act.to),
    article: together(oneOrMore(act.cites).map(sayCitation)),
    conditions: oneOrMore(act.when ?? []).map(({ title }) => title),
    needs: (act.needs ?? []).map(({ title }) => title),
    document: act.document ?? null,
  }
}

function sayFrom(procedure: Procedure, act: Act, from: string): Text {
  if (from === 'start') return { zh: '尚未提出', en: 'Not yet begun' }
  if (from === 'anyOpen') return anyOpen
  return from === 'any' ? { zh: '任何状态', en: 'Any state' } : titleOf(procedure, act, from)
}

const titleOf = ({ states, assignmentStates }: Procedure, act: Act, state: string): Text =>
  (act.on === 'assignment' ? assignmentStates[state] : states[state])?.title ?? { zh: state, en: state }

const stateRows = ({ states, office }: Procedure): StateRow[] =>
  Object.values(states).map(state => ({
    title: state.title,
    awaits: 'awaits' in state ? roles[state.awaits].title : null,
    next: fill(state.next, { names: { ...anybody, office: offices[office] }, due: new Map() }),
  }))

/** Whoever it will be in a real case. */
const anybody = {
  lead: { zh: '承办单位', en: 'The organ that handles it' },
  reviewer: { zh: '复查、复核机关', en: 'The reviewing organ' },
}

const offices: Readonly<Record<Procedure['office'], Text>> = {
  'petition-office': { zh: '信访部门', en: 'The petition office' },
  congress: { zh: '人大代表工作机构', en: 'The congress office' },
  cppcc: { zh: '政协提案工作机构', en: 'The proposals office' },
}

/** The term as it is now, or that the day is set by whoever starts it. */
function termIn({ within }: Pick<Deadline, 'within'>, parameters: Readonly<Record<string, ParameterValue>>): string {
  if (typeof within === 'string') return within
  return 'parameter' in within ? (parameters[within.parameter]?.value ?? '') : ''
}

function clockRow(
  procedure: Procedure,
  line: Deadline,
  parameters: Readonly<Record<string, ParameterValue>>,
): ClockRow {
  const term = termIn(line, parameters)
  const acts = (names: string | readonly string[]) =>
    together(oneOrMore(names).flatMap(name => procedure.acts[name]?.title ?? []))
  return {
    title: line.title,
    term: term === '' ? setThen : sayIfTerm(term),
    after: acts(line.after),
    meets: acts(line.meets),
    extension: line.extend ? sayExtension(line.extend, parameters) : null,
    when: line.when?.title ?? null,
    owner: roles[line.owner].title,
    isRight: line.window === true,
    article: sayCitation(line.cites),
  }
}

const setThen: Text = { zh: '到指定的日期', en: 'By the day set then' }

function sayExtension(
  extend: NonNullable<Deadline['extend']>,
  parameters: Readonly<Record<string, ParameterValue>>,
): Text {
  const { times } = extend
  if ('until' in extend) {
    const longest = sayIfTerm(termIn(extend, parameters))
    return { zh: `可延期，全程不超过${longest.zh}`, en: `may be extended, to ${longest.en} in all` }
  }
  const most = sayTerm(extend.upTo)
  return {
    zh: `可延长${times}次，最多${most.zh}`,
    en: `${times === 1 ? 'once' : `${times} times`}, by ${most.en} at most`,
  }
}

const parameterRows = ({ parameters }: Procedure, values: Readonly<Record<string, ParameterValue>>): ParameterRow[] =>
  Object.entries(parameters).map(([name, { title, standard, source, choices, unit }]) => ({
    title,
    value: choices?.[values[name]?.value ?? standard] ?? sayValue(unit, values[name]?.value ?? standard),
    source: values[name]?.source ?? source,
    from: values[name]?.from ?? null,
  }))

function sayValue(unit: Parameter['unit'], value: string): Text {
  if (unit === 'day') return isDay(value) ? sayDay(value) : { zh: '没有规定', en: 'None' }
  if (unit === 'words') return sayPattern(value)
  if (unit !== 'list') return sayIfTerm(value)
  const rows = entriesOf(value)
  return {
    zh: rows.map(({ code, zh }) => `${code} ${zh}`).join('；'),
    en: rows.map(({ code, en }) => `${code} ${en}`).join('; '),
  }
}

/** A number's pattern with the words it stands for. */
const sayPattern = (value: string): Text => ({
  zh: filled(value, { term: '届', session: '次', n: '号' }),
  en: filled(value, { term: 'term', session: 'session', n: 'number' }),
})

const filled = (pattern: string, words: Readonly<Record<string, string>>) =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, word: string) => words[word] ?? word)

const sayIfTerm = (value: string): Text => (isTerm(value) ? sayTerm(value) : { zh: value, en: value })

const together = (texts: readonly Text[]): Text => ({
  zh: texts.map(text => text.zh).join('、'),
  en: texts.map(text => text.en).join(', '),
})
