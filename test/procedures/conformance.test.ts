import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTerm, parseTerm } from '../../src/law/term.ts'
import type { Text } from '../../src/law/words.ts'
import { oneOrMore } from '../../src/procedures/procedure.ts'
import type { Deadline } from '../../src/procedures/deadline.ts'
import type { Act, Condition, Procedure } from '../../src/procedures/procedure.ts'
import { fieldsOf } from '../../src/procedures/read_form.ts'
import { editions } from '../../src/procedures/registry.ts'
import { isRole, roles } from '../../src/procedures/roles.ts'
import { parseCitation, statutes } from '../../src/procedures/statutes.ts'
import type { Citation } from '../../src/procedures/statutes.ts'
import { randomFrom } from '../support/walk.ts'
import { canMove, explore, walk } from './walk.ts'

/** What the types cannot see, asked of every procedure there is. */
describe.each(editions.map(procedure => ({ procedure, id: `${procedure.id} ${procedure.version}` })))(
  '$id',
  ({ procedure }) => {
    const acts = Object.entries(procedure.acts)
    const states = Object.entries(procedure.states)
    const deadlines = Object.entries(procedure.deadlines)
    const awaiting = states.flatMap(([state, spec]) => ('awaits' in spec ? [{ state, ...spec }] : []))

    test('every placeholder can be filled', () => {
      const inStates = states.map(([state, { next }]) => ({ where: state, text: next, log: [], names: organWords }))
      const inActs = acts.flatMap(([act, spec]) => {
        const log = fieldsOf(spec.form)
          .filter(({ field }) => field.keep === 'log')
          .map(({ name }) => name)
        const names = [...organWords, 'organ']
        return [spec.says, ...Object.values(spec.tells ?? {})].map(text => ({ where: act, text, log, names }))
      })
      for (const { where, text, log, names } of [...inStates, ...inActs]) {
        const clocks = deadlines.flatMap(([name]) => [`due:${name}`, `by:${name}`])
        const known = [...names, ...clocks, ...log.map(name => `field:${name}`)]
        expect(
          placeholders(text.zh).filter(word => !known.includes(word)),
          `${where}: ${text.zh}`,
        ).toEqual([])
        expect(
          placeholders(text.en).filter(word => !known.includes(word)),
          `${where}: ${text.en}`,
        ).toEqual([])
      }
    })

    test('both languages say the same day', () => {
      const said = [
        ...states.map(([, { next }]) => next),
        ...acts.flatMap(([, spec]) => Object.values(spec.tells ?? {})),
      ]
      const clocks = (sentence: string) =>
        placeholders(sentence)
          .filter(word => word.includes(':'))
          .sort()
      for (const { zh, en } of said) expect(clocks(en), zh).toEqual(clocks(zh))
    })

    test('every role that is awaited has an act there that moves the case', () => {
      const idle = awaiting.filter(
        ({ state, awaits, byParts }) =>
          !byParts && !leaving(procedure, state).some(({ spec }) => oneOrMore(spec.by).includes(awaits)),
      )
      expect(idle.map(({ state }) => state)).toEqual([])
    })

    test('a case in any state can end by acts of people, without being withdrawn', () => {
      const stuck = awaiting.filter(
        ({ state }) => ![...reach(procedure, [state], isByPeople)].some(end => endOf(procedure, end) !== null),
      )
      expect(stuck.map(({ state }) => state)).toEqual([])
    })

    test('nothing reaches closed without an act that answers the matter, nor once its answer is void', () => {
      const voided = acts.filter(([, spec]) => spec.voids).map(([, spec]) => spec.to)
      const unanswered = reach(procedure, ['start', ...voided], spec => !spec.answers)
      const closed = states.filter(([, spec]) => 'final' in spec && spec.final === 'closed').map(([state]) => state)
      expect(closed.filter(state => unanswered.has(state))).toEqual([])
    })

    test('wherever a case is walked, it closes only on a standing answer, and never sticks', () => {
      fc.assert(
        fc.property(fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 120 }), picks => {
          const steps = walk(procedure, picks)
          for (const [i, { spec, view }] of steps.entries()) {
            const isClosing = spec.to !== 'same' && endOf(procedure, view.row.state) === 'closed'
            if (isClosing) expect(isAnswered(steps.slice(0, i + 1)), path(steps)).toBe(true)
          }
          const last = steps.at(-1)
          if (last?.view.row.is_open === 1) expect(canMove(procedure, last.view, last.day), path(steps)).toBe(true)
        }),
        { numRuns: 60, seed: 20220501, endOnFailure: true },
      )
    })

    test('every state is entered and every act done by somebody in its seat', () => {
      const entered = new Set<string>()
      const done = new Set<string>()
      const isMissing = () =>
        states.some(([state]) => !entered.has(state)) ||
        acts.some(([act]) => !done.has(act) && !byClockwork.includes(act))
      for (const seed of [20220501, 7, 20250311, 18, 13]) {
        if (!isMissing()) break
        for (const { act, view } of explore(procedure, randomFrom(seed), 4_000)) {
          entered.add(view.row.state)
          done.add(act)
        }
      }
      expect(states.map(([state]) => state).filter(state => !entered.has(state))).toEqual([])
      expect(acts.map(([act]) => act).filter(act => !done.has(act) && !byClockwork.includes(act))).toEqual([])
    })

    test('terms are between a day and a year, or two years of months', () => {
      const terms = deadlines.flatMap(([name, { within, extend }]) => [
        { name, term: termIn(procedure, within) },
        ...(extend ? [{ name, term: 'until' in extend ? termIn(procedure, extend.within) : extend.upTo }] : []),
      ])
      for (const { name, term } of terms) {
        if (term === null) continue
        if (term === undefined || !isTerm(term)) throw new Error(`${name} has no term: ${term}`)
        const { count, unit } = parseTerm(term)
        expect(count, name).toBeLessThanOrEqual(longest[unit])
      }
      const own = Object.entries(procedure.parameters).filter(([, { unit }]) => unit === 'term')
      expect(own.filter(([, { standard }]) => !isTerm(standard))).toEqual([])
    })

    test('whoever a clock binds sits where one of the acts that meet it is done', () => {
      const unmet = deadlines.filter(([, { owner, meets }]) => {
        const seats = oneOrMore(meets).flatMap(act =>
          oneOrMore(procedure.acts[act]?.by ?? []).map(by => roles[by].seat),
        )
        return !seats.includes(roles[owner].seat)
      })
      expect(unmet.map(([name]) => name)).toEqual([])
    })

    test('every article exists, in a statute in force while the procedure is', () => {
      for (const { where, cites } of citations(procedure)) {
        if (cites === 'office') continue
        const { statute, article } = parseCitation(cites)
        expect(article ?? 1, `${where}: ${cites}`).toBeGreaterThanOrEqual(1)
        expect(article ?? 1, `${where}: ${cites}`).toBeLessThanOrEqual(statutes[statute].articles)
        expect(statutes[statute].inForce <= (procedure.inForce.to ?? '9999'), `${where}: ${cites}`).toBe(true)
      }
    })

    test('every text is there in both languages, and in the right one', () => {
      for (const { where, text } of texts(procedure)) {
        expect(text.zh, where).toMatch(/\p{Script=Han}/u)
        expect(text.en, where).toMatch(/[A-Za-z]/)
        expect(text.en, where).not.toMatch(/\p{Script=Han}|[，。；：、（）“”《》]{2}|[，。；、（）《》]/u)
      }
    })

    test('acts are named by one word each, and no two are called the same', () => {
      expect(acts.map(([act]) => act).filter(act => !/^[a-z]+([A-Z][a-z]+)*$/.test(act))).toEqual([])
      for (const lang of ['zh', 'en'] as const) {
        const titles = acts.map(([, spec]) => spec.title[lang])
        expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
      }
    })

    test('a term of the house has its own word, and the word its term', () => {
      for (const [act, { title }] of acts) {
        const said = words[act]
        if (said)
          expect(
            said.some(term => title.zh.includes(term)),
            `${act} ${title.zh}`,
          ).toBe(true)
        const owner = Object.entries(words).find(([, terms]) => terms.includes(title.zh))
        if (owner) expect(act, title.zh).toBe(owner[0])
      }
    })

    test('one act begins a matter for each that may, and the clockwork has its two', () => {
      const begins = acts.filter(([, spec]) => spec.from === 'start').flatMap(([, { by }]) => oneOrMore(by).join())
      expect(begins.length).toBeGreaterThan(0)
      expect(new Set(begins).size).toBe(begins.length)
      for (const act of ['lapse', 'recalculate'])
        expect(procedure.acts[act]).toMatchObject({ by: 'system', to: 'same' })
    })

    test('what acts set, rate and wall off is kept in the log', () => {
      for (const [act, spec] of acts) {
        const asked = (name: string) => fieldsOf(spec.form).find(each => each.name === name)?.field
        const kept = (name: string) => (asked(name)?.logs ? 'log' : asked(name)?.keep)
        const logged = [
          ...(spec.sets ?? []),
          ...Object.values(spec.rates ?? {}),
          ...(spec.walls?.organs ? [spec.walls.organs] : []),
        ]
        expect(
          logged.filter(name => kept(name) !== 'log'),
          act,
        ).toEqual([])
      }
    })

    test('what the petitioner may read is written, not personal', () => {
      for (const [act, spec] of acts) {
        const issued = spec.issues === undefined ? undefined : procedure.acts[spec.issues]
        const fields = [...fieldsOf(spec.form), ...fieldsOf(issued?.form)]
        const wrong = (spec.open ?? []).filter(name => fields.find(each => each.name === name)?.field.keep !== 'text')
        expect(wrong, act).toEqual([])
      }
    })

    test('a form that asks for the kind offers the procedure’s kinds', () => {
      for (const [act, spec] of acts)
        for (const { name, field } of fieldsOf(spec.form))
          if (name === 'kind') expect(Object.keys(field.options ?? {}), act).toEqual(Object.keys(procedure.kinds))
    })
  },
)

test('no two editions share a name, no two procedures the letters of their numbers', () => {
  const names = editions.map(({ id, version }) => `${id} ${version}`)
  expect(new Set(names).size).toBe(names.length)
  const prefixes = new Map(editions.map(({ id, prefix }) => [id, prefix]))
  expect(new Set(prefixes.values()).size).toBe(prefixes.size)
})

/** A term's words; null where the day is given in a form. */
function termIn({ parameters }: Procedure, within: Deadline['within']) {
  if (typeof within === 'string') return within
  return 'parameter' in within ? parameters[within.parameter]?.standard : null
}

/** Done when a calendar changes or a day has passed; walks have neither. */
const byClockwork = ['lapse', 'recalculate']
const longest = { 'calendar day': 366, 'working day': 366, 'calendar month': 24, hour: 366 * 24 }
const organWords = ['lead', 'office', 'reviewer', 'receiver']
const placeholders = (sentence: string) => [...sentence.matchAll(/\{([^}]*)\}/g)].map(([, word]) => word ?? '')
const isByPeople = (spec: Act) => oneOrMore(spec.by).some(role => role !== 'system')

/** Acts that lead from a state elsewhere, the last of its kind too; those open to any state are not among them. */
const leaving = (procedure: Procedure, state: string) =>
  Object.entries(procedure.acts).flatMap(([act, spec]) => {
    const [from, to] = spec.completes ? [spec.completes.from, spec.completes.to] : [spec.from, spec.to]
    const isOfTheCase = spec.completes !== undefined || (spec.on === undefined && spec.to !== 'same')
    return isOfTheCase && oneOrMore(from).includes(state) ? [{ act, spec, to }] : []
  })

/** Every state that acts of a sort lead to. */
function reach(procedure: Procedure, from: readonly string[], through: (spec: Act) => boolean): Set<string> {
  const found = new Set(from)
  for (const state of found) for (const { spec, to } of leaving(procedure, state)) if (through(spec)) found.add(to)
  return found
}

function endOf(procedure: Procedure, state: string) {
  const found = procedure.states[state]
  return found && 'final' in found ? found.final : null
}

/** After these steps an answer stands. */
function isAnswered(steps: readonly { spec: Act }[]): boolean {
  const last = (is: (spec: Act) => boolean) => steps.findLastIndex(({ spec }) => is(spec))
  return last(spec => spec.answers === true) > last(spec => spec.voids === true)
}

const path = (steps: readonly { act: string; day: string }[]) => steps.map(({ act, day }) => `${day} ${act}`).join(', ')

function citations(procedure: Procedure): { where: string; cites: Citation }[] {
  const ofAct = ([act, spec]: [string, Act]) =>
    [...oneOrMore(spec.cites), ...conditionsOf(spec).map(condition => condition.cites)].map(cites => ({
      where: act,
      cites,
    }))
  return [
    ...Object.entries(procedure.acts).flatMap(ofAct),
    ...Object.entries(procedure.routes).map(([where, { cites }]) => ({ where, cites })),
    ...Object.entries(procedure.deadlines).map(([where, { cites }]) => ({ where, cites })),
  ]
}

const conditionsOf = (spec: Act): Condition[] => [...oneOrMore(spec.when ?? []), ...(spec.needs ?? [])]

/** Every text anywhere in the table and in its forms. */
function texts(procedure: Procedure): { where: string; text: Text }[] {
  const found: { where: string; text: Text }[] = []
  const look = (where: string, value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if (isText(value)) found.push({ where, text: value })
    else for (const [key, member] of Object.entries(value)) if (key !== 'form') look(`${where}.${key}`, member)
  }
  look(procedure.id, procedure)
  for (const [act, { form }] of Object.entries(procedure.acts))
    for (const { name, field } of fieldsOf(form)) look(`${act}.${name}`, field)
  return found
}

const isText = (value: object): value is Text => 'zh' in value && 'en' in value

test('every role is named in both languages', () => {
  expect(Object.keys(roles).filter(role => !isRole(role))).toEqual([])
  for (const { title } of Object.values(roles)) expect(title.zh).toMatch(/\p{Script=Han}/u)
})

/** The words of the interface: one English word for each term. */
const words: Readonly<Record<string, readonly string[]>> = {
  submit: ['提出', '提交'],
  register: ['登记', '立案'],
  transfer: ['转送'],
  handOver: ['交办'],
  receive: ['签收'],
  accept: ['受理'],
  refuse: ['不予受理'],
  declineAgain: ['不再受理'],
  redirect: ['导入法定途径'],
  object: ['异议', '退办'],
  extend: ['延期'],
  answer: ['答复', '处理意见'],
  serve: ['送达'],
  review: ['复查'],
  reReview: ['复核'],
  conclude: ['终结'],
  supervise: ['督办'],
  urge: ['催办'],
  withdraw: ['撤回'],
  close: ['办结'],
  reopen: ['恢复办理'],
  revive: ['恢复受理'],
  redo: ['重新办理'],
  rate: ['评价'],
}
