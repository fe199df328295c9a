import { z } from 'zod'
import { words } from '../../src/procedures/fields.ts'
import { defineProcedure } from '../../src/procedures/define.ts'
import type { Condition } from '../../src/procedures/procedure.ts'

/**
 * Every slip of whoever transcribes a statute is a compile error on the offending line: `tsc` holds this file to it.
 * Below a directive stands the slip alone; a slip that is not refused leaves its directive unused, which fails as well.
 */
const t = { zh: '甲', en: 'A' }
const known: Condition = { title: t, because: t, cites: 'office', holds: () => true }
const form = z.object({ reason: words({ label: t }), mark: words({ label: t }) })

// prettier-ignore
const base = {
  id: 'mini', title: t, version: '2026-01-01', inForce: { from: '2026-01-01' }, prefix: 'M', office: 'petition-office', kinds: {}, routes: {},
  parameters: { window: { title: t, unit: 'term', standard: '30 calendar days', source: t } },
} as const

// prettier-ignore
const states = {
  submitted: { title: t, awaits: 'clerk', next: t },
  handling:  { title: t, awaits: 'handler', next: t },
  closed:    { title: t, final: 'closed', next: t },
} as const

const assignmentStates = { sent: { title: t, awaits: 'handler' }, ended: { title: t, final: true } } as const

// prettier-ignore
const acts = {
  submit: { title: t, by: 'petitioner', from: 'start', to: 'submitted', cites: 'XF 17', form, sets: ['reason'], open: ['reason'], says: t },
  accept: { title: t, by: 'handler', from: 'submitted', to: 'handling', cites: 'XF 23', says: t },
  draft:  { title: t, by: 'handler', from: 'handling', to: 'same', cites: 'XF 32', form, says: t },
  answer: { title: t, by: 'handler', from: 'handling', to: 'same', cites: 'XF 32', issues: 'draft', open: ['mark'], says: t },
  close:  { title: t, by: 'clerk', from: 'handling', to: 'closed', cites: 'office', needs: [known], says: t },
} as const

const deadlines = {}
const rest = { ...base, states, assignmentStates, acts, deadlines }

export const nothingWrong = defineProcedure(rest)

// prettier-ignore
export const actsGoneWrong = [
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt state in from
    slip: { title: t, by: 'clerk', from: 'submited', to: 'same', cites: 'XF 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt state in a list of from
    slip: { title: t, by: 'clerk', from: ['submitted', 'handlin'], to: 'same', cites: 'XF 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt state in to
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'handlin', cites: 'XF 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error an act that moves a case out of a final state
    slip: { title: t, by: 'clerk', from: 'closed', to: 'handling', cites: 'XF 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error no citation
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a statute nobody knows
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XY 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a citation without an article
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a role nobody has
    slip: { title: t, by: 'clark', from: 'submitted', to: 'same', cites: 'XF 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a title without English
    slip: { title: { zh: '甲' }, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a sentence without Chinese
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', says: { en: 'A' } } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a notice without English
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', says: t, tells: { lead: { zh: '甲' } } } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a notice to someone who is not there
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', says: t, tells: { leed: t } } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt key
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', says: t, documents: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error fields set without a form
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', says: t, sets: ['reason'] } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt field in sets
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', form, says: t, sets: ['raeson'] } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt field in open
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', form, says: t, open: ['raeson'] } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt field in walls
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', form, says: t, walls: { organs: 'raeson' } } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt field in rates
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', form, says: t, rates: { office: 'raeson' } } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt field in counts
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', form, says: t, counts: { kind: 'repeat', sign: 1, about: 'raeson' } } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error the words of an act that does not exist
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', says: t, issues: 'draught' } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error a misspelt state of an assignment
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', says: t, assignment: 'snet' } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error an assignment that begins nowhere
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', form, says: t, assigns: { role: 'lead', state: 'snet' } } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error an assignment in a role that is none
    slip: { title: t, by: 'clerk', from: 'submitted', to: 'same', cites: 'XF 22', form, says: t, assigns: { role: 'leed', state: 'sent' } } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error an act on an assignment out of a state of the case
    slip: { title: t, by: 'coHandler', on: 'assignment', from: 'submitted', to: 'ended', cites: 'XF 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error an act out of an ended assignment
    slip: { title: t, by: 'coHandler', on: 'assignment', from: 'ended', to: 'sent', cites: 'XF 22', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error closing without evidence
    slip: { title: t, by: 'clerk', from: 'handling', to: 'closed', cites: 'office', says: t } } }),
  defineProcedure({ ...rest, acts: { ...acts,
    // @ts-expect-error closing on an empty list of evidence
    slip: { title: t, by: 'clerk', from: 'handling', to: 'closed', cites: 'office', needs: [], says: t } } }),
]

// prettier-ignore
export const statesGoneWrong = [
  defineProcedure({ ...rest, states: { ...states,
    // @ts-expect-error no act leads into it
    slip: { title: t, awaits: 'clerk', next: t } } }),
  defineProcedure({ ...rest, acts: { ...acts, strand: { title: t, by: 'clerk', from: 'handling', to: 'slip', cites: 'XF 22', says: t } }, states: { ...states,
    // @ts-expect-error no act leads out of it
    slip: { title: t, awaits: 'clerk', next: t } } }),
  defineProcedure({ ...rest, acts: { ...acts, drop: { title: t, by: 'clerk', from: 'handling', to: 'slip', cites: 'XF 22', says: t } }, states: { ...states,
    // @ts-expect-error it ends in a way that is none
    slip: { title: t, final: 'otherwyse', next: t } } }),
  defineProcedure({ ...rest, acts: { ...acts, drop: { title: t, by: 'clerk', from: 'handling', to: 'slip', cites: 'XF 22', says: t } }, states: { ...states,
    // @ts-expect-error a misspelt key
    slip: { title: t, final: 'otherwise', next: t, colour: 'red' } } }),
  defineProcedure({ ...rest, acts: { ...acts, drop: { title: t, by: 'clerk', from: 'handling', to: 'slip', cites: 'XF 22', says: t } }, states: { ...states,
    // @ts-expect-error a title without English
    slip: { title: { zh: '甲' }, final: 'otherwise', next: t } } }),
  defineProcedure({ ...rest, acts: { ...acts, go: { title: t, by: 'clerk', from: 'handling', to: 'slip', cites: 'XF 22', says: t }, back: { title: t, by: 'clerk', from: 'slip', to: 'handling', cites: 'XF 22', says: t } }, states: { ...states,
    // @ts-expect-error it awaits a role nobody has
    slip: { title: t, awaits: 'clark', next: t } } }),
  defineProcedure({ ...rest, assignmentStates: { ...assignmentStates,
    // @ts-expect-error an assignment’s state with a misspelt key
    slip: { title: t, awaits: 'handler', colour: 'red' } } }),
  defineProcedure({ ...rest, parameters: { ...base.parameters,
    // @ts-expect-error a parameter without its source
    slip: { title: t, unit: 'term', standard: '30 calendar days' } } }),
  defineProcedure({ ...rest, parameters: { ...base.parameters,
    // @ts-expect-error a parameter in a unit that is none
    slip: { title: t, unit: 'days', standard: '30', source: t } } }),
  defineProcedure({ ...rest, kinds: {
    // @ts-expect-error a kind with a misspelt key
    slip: { title: t, restrictd: true } } }),
  defineProcedure({ ...rest, routes: {
    // @ts-expect-error a route under a statute nobody knows
    slip: { title: t, cites: 'XY 31' } } }),
]

// prettier-ignore
export const deadlinesGoneWrong = [
  defineProcedure({ ...rest, deadlines: {
    fine: { title: t, within: '60 calendar days', after: 'accept', meets: 'answer', ends: ['close'], owner: 'handler', cites: 'XF 34', extend: { by: 'draft', upTo: '30 calendar days', times: 1, field: 'mark' } },
    // @ts-expect-error days of which kind?
    slip: { title: t, within: '15 days', after: 'accept', meets: 'answer', ends: [], owner: 'handler', cites: 'XF 34' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error a misspelt parameter
    slip: { title: t, within: { parameter: 'windwo' }, after: 'accept', meets: 'answer', ends: [], owner: 'handler', cites: 'XF 34' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error a misspelt act in after
    slip: { title: t, within: '15 working days', after: 'acept', meets: 'answer', ends: [], owner: 'handler', cites: 'XF 34' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error a misspelt act in meets
    slip: { title: t, within: '15 working days', after: 'accept', meets: ['answer', 'anwser'], ends: [], owner: 'handler', cites: 'XF 34' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error a misspelt act in ends
    slip: { title: t, within: '15 working days', after: 'accept', meets: 'answer', ends: ['withdrawn'], owner: 'handler', cites: 'XF 34' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error a role nobody has
    slip: { title: t, within: '15 working days', after: 'accept', meets: 'answer', ends: [], owner: 'handeler', cites: 'XF 34' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error no citation
    slip: { title: t, within: '15 working days', after: 'accept', meets: 'answer', ends: [], owner: 'handler' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error a statute nobody knows
    slip: { title: t, within: '15 working days', after: 'accept', meets: 'answer', ends: [], owner: 'handler', cites: 'XY 34' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error a title without Chinese
    slip: { title: { en: 'A' }, within: '15 working days', after: 'accept', meets: 'answer', ends: [], owner: 'handler', cites: 'XF 34' } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error a misspelt key
    slip: { title: t, within: '15 working days', after: 'accept', meets: 'answer', ends: [], owner: 'handler', cites: 'XF 34', windw: true } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error extended by an act that does not exist
    slip: { title: t, within: '15 working days', after: 'accept', meets: 'answer', ends: [], owner: 'handler', cites: 'XF 34', extend: { by: 'prolong', upTo: '30 calendar days', times: 1, field: 'mark' } } } }),
  defineProcedure({ ...rest, deadlines: {
    // @ts-expect-error extended by a field that its act does not ask for
    slip: { title: t, within: '15 working days', after: 'accept', meets: 'answer', ends: [], owner: 'handler', cites: 'XF 34', extend: { by: 'draft', upTo: '30 calendar days', times: 1, field: 'days' } } } }),
]
