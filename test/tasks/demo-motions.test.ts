import { describe, expect, test } from 'vitest'
import { demoCast } from '../../src/tasks/demo/cast.ts'
import { demoOrgans } from '../../src/tasks/demo/organs.ts'
import { demoProposals, demoSuggestions, mergedProposals, notFiledProposals } from '../../src/tasks/demo/motions/all.ts'
import type { Motion } from '../../src/tasks/demo/motions/motion.ts'
import { motionOrgans } from '../../src/tasks/demo/motions/organs.ts'
import { demoDeputies, demoMembers, motionOfficials } from '../../src/tasks/demo/motions/people.ts'

const organs = new Set<string>(demoOrgans.map(({ id }) => id))
const answered = [...demoSuggestions, ...demoProposals]
const written = [...answered, ...mergedProposals.map(({ motion }) => motion), ...notFiledProposals]
const titlesWhere = (isWrong: (motion: Motion) => boolean) => answered.filter(isWrong).map(({ title }) => title)

describe('the demo suggestions', () => {
  test('are 115', () => expect(demoSuggestions).toHaveLength(115))

  test('are, of the first hundred, 24 solved, 74 promised and 2 for reference', () => {
    expect(counted(demoSuggestions.slice(0, 100))).toEqual({ solved: 24, promised: 74, planned: 0, reference: 2 })
  })

  test('are solved, planned and for reference in the last fifteen', () => {
    expect(counted(demoSuggestions.slice(100))).toEqual({ solved: 5, promised: 0, planned: 6, reference: 4 })
  })

  test('are called 关于……的建议', () => {
    expect(demoSuggestions.filter(({ title }) => !/^关于.+的建议$/.test(title))).toEqual([])
  })

  test('go to 25 organs at least, a court and a Party organ among them', () => {
    const leads = new Set(demoSuggestions.map(({ lead }) => lead))
    expect(leads.size).toBeGreaterThanOrEqual(25)
    expect(leads).toContain('court')
    expect(leads).toContain('organization-department')
  })
})

describe('the demo proposals', () => {
  test('are 84, in every class', () => {
    expect(counted(demoProposals)).toEqual({ solved: 25, promised: 45, planned: 8, reference: 6 })
  })

  test('are called 关于……的提案', () => {
    const proposals = written.slice(demoSuggestions.length)
    expect(proposals.filter(({ title }) => !/^关于.+的提案$/.test(title))).toEqual([])
  })

  test('go to 25 organs at least', () => {
    expect(new Set(demoProposals.map(({ lead }) => lead)).size).toBeGreaterThanOrEqual(25)
  })

  test('have three more that are merged, each into another of its field', () => {
    expect(mergedProposals.map(({ motion, into }) => demoProposals[into]?.field === motion.field)).toEqual([
      true,
      true,
      true,
    ])
  })

  test('have three more that are not filed, each on its own ground', () => {
    expect(notFiledProposals.map(({ ground }) => ground)).toEqual([7, 8, 10])
  })
})

describe('every suggestion and proposal', () => {
  test('has a title of its own, of forty characters at most', () => {
    expect(new Set(written.map(({ title }) => title)).size).toBe(written.length)
    expect(written.filter(({ title }) => title.length > 40)).toEqual([])
  })

  test('says what is wrong, and advises in two to four points', () => {
    expect(new Set(written.map(({ situation }) => situation)).size).toBe(written.length)
    expect(written.filter(({ situation }) => situation.length < 36)).toEqual([])
    expect(written.filter(({ advice }) => !/^1\.[^；]+(；\d\.[^；]+){1,3}。$/.test(advice))).toEqual([])
  })

  test('goes to organs that exist, to each once', () => {
    expect(titlesWhere(motion => handling(motion).some(organ => !organs.has(organ)))).toEqual([])
    expect(titlesWhere(motion => new Set(handling(motion)).size < handling(motion).length)).toEqual([])
  })

  test('has two organs that both answer when they answer apart, the lead first and no co-handler', () => {
    const apart = answered.filter(({ separate }) => separate !== undefined)
    expect(apart.filter(({ separate, lead }) => separate?.length !== 2 || separate[0] !== lead)).toEqual([])
    expect(apart.filter(({ coHandlers }) => coHandlers !== undefined)).toEqual([])
    expect(
      titlesWhere(({ separate, otherAnswer }) => (separate === undefined) !== (otherAnswer === undefined)),
    ).toEqual([])
  })

  test('is answered apart three or four times in each kind', () => {
    expect(demoSuggestions.filter(({ separate }) => separate)).toHaveLength(4)
    expect(demoProposals.filter(({ separate }) => separate)).toHaveLength(3)
  })

  test('has an opinion of each co-handler', () => {
    expect(titlesWhere(({ coHandlers, opinions }) => coHandlers?.length !== opinions?.length)).toEqual([])
  })

  test('promises something, without a day, when its class promises, and only then', () => {
    expect(titlesWhere(({ result, promise }) => (result === 'promised') !== (promise !== undefined))).toEqual([])
    expect(titlesWhere(({ promise }) => /[今明后]年|年底|年内|\d月/.test(promise ?? ''))).toEqual([])
  })

  test('has evidence when it is solved, and never without a result to show', () => {
    expect(titlesWhere(({ result, evidence }) => result === 'solved' && evidence === undefined)).toEqual([])
    expect(
      titlesWhere(({ result, evidence }) => evidence !== undefined && (result === 'planned' || result === 'reference')),
    ).toEqual([])
  })

  test('is answered in three to five sentences, in no named month', () => {
    expect(titlesWhere(({ answer }) => !isBetween(3, 5, sentences(answer)))).toEqual([])
    expect(titlesWhere(({ answer, contact, evidence }) => /\d月/.test(answer + contact + (evidence ?? '')))).toEqual([])
  })

  test('is answered a second time when the first answer did not satisfy, six times in each kind', () => {
    expect(titlesWhere(({ dissatisfied, redone }) => (dissatisfied === undefined) !== (redone === undefined))).toEqual(
      [],
    )
    expect(demoSuggestions.filter(({ redone }) => redone)).toHaveLength(6)
    expect(demoProposals.filter(({ redone }) => redone)).toHaveLength(6)
  })
})

describe('the people of suggestions and proposals', () => {
  const all = [...motionOfficials, ...demoDeputies, ...demoMembers]
  const bodies = new Map<string, string>(motionOrgans.map(({ id, parent }) => [id, parent]))

  test('are forty deputies and thirty-six members', () => {
    expect(demoDeputies).toHaveLength(40)
    expect(demoMembers).toHaveLength(36)
  })

  test('have logins and names of their own', () => {
    const everyone = [...demoCast, ...all]
    expect(new Set(everyone.map(({ login }) => login)).size).toBe(everyone.length)
    expect(new Set(everyone.map(({ name }) => name)).size).toBe(everyone.length)
  })

  test('sit in bodies of the congress or of the CPPCC', () => {
    expect(demoDeputies.filter(({ organ }) => bodies.get(organ) !== 'congress')).toEqual([])
    expect(demoMembers.filter(({ organ }) => bodies.get(organ) !== 'cppcc')).toEqual([])
  })

  test('have one convener in every body', () => {
    const convened = [...demoDeputies, ...demoMembers].filter(({ roles }) => roles.length === 2)
    expect(convened.map(({ organ }) => organ).sort()).toEqual([...bodies.keys()].sort())
  })

  test('belong to bodies that no organ of the district is called like', () => {
    expect(motionOrgans.filter(({ id }) => organs.has(id))).toEqual([])
  })
})

const counted = (motions: readonly Motion[]) => {
  const of = (result: Motion['result']) => motions.filter(motion => motion.result === result).length
  return { solved: of('solved'), promised: of('promised'), planned: of('planned'), reference: of('reference') }
}

const handling = ({ lead, coHandlers = [], separate = [] }: Motion) => [lead, ...coHandlers, ...separate.slice(1)]
const sentences = (text: string) => text.split('。').length - 1
const isBetween = (least: number, most: number, count: number) => count >= least && count <= most
