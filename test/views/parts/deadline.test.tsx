import { describe, expect, test } from 'vitest'
import { DaysLeft, Deadline } from '../../../views/parts/deadline.tsx'
import { DayByDay } from '../../../views/parts/day-by-day.tsx'
import { read, say } from './say.tsx'

const today = '2026-09-24'

describe('DaysLeft says in words', () => {
  test.each([
    ['far away', { due: '2026-10-08' }, '还有 14 天', '14 days left', 'neutral'],
    ['near', { due: '2026-09-25' }, '还有 1 天', '1 day left', 'attention'],
    ['on the last day, which is in time', { due: '2026-09-24' }, '今天到期', 'Due today', 'attention'],
    ['from the day after', { due: '2026-09-23' }, '已逾期 1 天', 'Overdue by 1 day', 'late'],
    ['met on the last day', { due: '2026-09-20', met: '2026-09-20' }, '已按期完成', 'Met in time', 'done'],
    ['met late', { due: '2026-09-20', met: '2026-09-22' }, '已完成，逾期 2 天', 'Met, 2 days late', 'late'],
    ['no longer running', { due: '2026-09-01', ended: true }, '不再计算', 'No longer runs', 'neutral'],
  ])('%s', (_, deadline, zh, en, tone) => {
    expect(read(<DaysLeft today={today} {...deadline} />)).toBe(zh)
    expect(read(<DaysLeft today={today} {...deadline} />, 'en')).toBe(en)
    expect(say(<DaysLeft today={today} {...deadline} />)).toContain(`tag-${tone}`)
  })
})

describe('Deadline', () => {
  const handling = {
    title: { zh: '办理', en: 'Handling' },
    due: '2026-10-08',
    today,
    article: '信访工作条例 第三十四条',
  }

  test('names its day and its article', () => {
    expect(read(<Deadline {...handling} />)).toBe('办理2026年10月8日（周四）还有 14 天信访工作条例 第三十四条')
  })

  test('says when it is provisional', () => {
    expect(read(<Deadline {...handling} provisional />)).toContain('暂定：该年节假日安排尚未公布')
    expect(read(<Deadline {...handling} provisional />, 'en')).toContain('Provisional')
  })

  test('shows what it starts from, and that the first day is not counted', () => {
    const start = { day: '2026-08-03', what: { zh: '受理', en: 'accepted' } }
    expect(read(<Deadline {...handling} start={start} />)).toContain('起算2026年8月3日 受理（当日不计）')
  })
})

describe('DayByDay', () => {
  const working = { zh: '工作日', en: 'Working day' }
  const weekend = { zh: '周末', en: 'Weekend' }
  const counted = (day: string) => ({ day, counted: true, reason: working })
  const skipped = (day: string) => ({ day, counted: false, reason: weekend })

  test('numbers only what counts', () => {
    const days = [counted('2026-09-18'), skipped('2026-09-19'), skipped('2026-09-20'), counted('2026-09-21')]
    const said = read(<DayByDay days={days} />)
    expect(said).toContain('第 1 日 2026年9月18日')
    expect(said).toContain('不计 2026年9月19日')
    expect(said).toContain('第 2 日 2026年9月21日')
  })

  test('folds a long run and still holds every day of it', () => {
    const days = Array.from({ length: 28 }, (_, i) => counted(`2027-02-${String(i + 1).padStart(2, '0')}`))
    const page = say(<DayByDay days={days} />)
    expect(page).toContain('<summary>')
    expect(read(<DayByDay days={days} />)).toContain('第 1–28 日')
    for (const { day } of days) expect(page).toContain(`datetime="${day}"`)
  })
})
