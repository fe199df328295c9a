import { describe, expect, test } from 'vitest'
import { Bar } from '../../../views/parts/bar.tsx'
import { Facts } from '../../../views/parts/facts.tsx'
import { Notice } from '../../../views/parts/notice.tsx'
import { Pager } from '../../../views/parts/pager.tsx'
import { SummaryList } from '../../../views/parts/summary-list.tsx'
import { Table } from '../../../views/parts/table.tsx'
import { Tag } from '../../../views/parts/tag.tsx'
import { TaskList } from '../../../views/parts/task-list.tsx'
import { Timeline } from '../../../views/parts/timeline.tsx'
import { hostile, read, say } from './say.tsx'

describe('Table', () => {
  const columns = [
    { title: { zh: '单位', en: 'Organ' }, names: true, cell: (row: string) => row },
    { title: { zh: '件数', en: 'Matters' }, kind: 'number' as const, cell: () => 3 },
  ]
  const caption = { zh: '各单位', en: 'By organ' }

  test('headers name their column and their row', () => {
    const table = say(<Table id="t" caption={caption} columns={columns} rows={['区城管局']} />)
    expect(table).toContain('<th scope="col"')
    expect(table).toMatch(/<th scope="row"[^>]*>区城管局/)
  })

  test('it scrolls in a region of its own that the keyboard reaches', () => {
    const table = say(<Table id="t" caption={caption} columns={columns} rows={['区城管局']} />)
    expect(table).toContain('role="region" aria-labelledby="t-caption" tabindex="0"')
  })

  test('an empty one says so', () => {
    const table = <Table id="t" caption={caption} columns={columns} rows={[]} empty={{ zh: '没有', en: 'None' }} />
    expect(read(table, 'en')).toBe('None')
  })
})

test('no part lets a hostile string through', () => {
  const parts = [
    <Tag words={hostile} />,
    <Notice tone="error" title={hostile} />,
    <Facts facts={[{ key: hostile, value: hostile }]} />,
    <SummaryList answers={[{ key: hostile, value: hostile, change: `/x${hostile}` }]} />,
    <TaskList tasks={[{ title: hostile, done: false, href: hostile, note: hostile }]} />,
    <Timeline steps={[{ when: '2026-09-24', what: hostile, who: hostile, details: hostile }]} />,
    <Pager next={`?after=${hostile}`} shown={hostile} />,
    <Bar label={hostile} numerator={1} denominator={2} rate="50.00" />,
  ]
  for (const part of parts) expect(say(part)).not.toContain('<script>')
})

test('a task list counts what is missing and says it of each task', () => {
  const tasks = [
    { title: { zh: '处理意见书', en: 'Opinion letter' }, done: true },
    { title: { zh: '送达回证', en: 'Proof of service' }, done: false, href: '/cases/1/acts/serve' },
  ]
  expect(read(<TaskList tasks={tasks} />)).toBe('共 2 项，已具备 1 项，还缺 1 项。处理意见书已具备送达回证还缺')
  expect(read(<TaskList tasks={tasks} />, 'en')).toContain('1 of 2 ready, 1 missing.')
})

test('a timeline marks where the matter stands', () => {
  const steps = [{ when: '2026-09-24', what: { zh: '正在办理。', en: 'Being handled.' }, place: 'now' as const }]
  expect(say(<Timeline steps={steps} />)).toContain('aria-current="step"')
})

test('a change link says what it changes', () => {
  expect(read(<SummaryList answers={[{ key: { zh: '姓名', en: 'Name' }, value: '王芳', change: '/x' }]} />, 'en')).toBe(
    'Name王芳Change Name',
  )
})

test('a rate with nothing to divide by is a dash', () => {
  const label = { zh: '满意率', en: 'Satisfaction' }
  expect(read(<Bar label={label} numerator={0} denominator={0} rate={null} />)).toBe('满意率—没有可计入的事项')
  expect(read(<Bar label={label} numerator={41} denominator={50} rate="82.00" />)).toBe('满意率82.00%50 件中 41 件')
})

test('a bar is drawn by attributes, never by an inline style', () => {
  const bar = say(<Bar label="x" numerator={41} denominator={50} rate="82.00" />)
  expect(bar).toContain('width="82"')
  expect(bar).not.toContain('style=')
})
