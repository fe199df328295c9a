import type { Overview } from '../../../src/overview/read.ts'
import { procedureOn } from '../../../src/procedures/registry.ts'

/** A busy district's page: every place on it filled. */
export const busy: Overview = {
  today: '2026-04-29',
  period: { zh: '2026年4月', en: 'April 2026' },
  numbers: [
    number('结案率', 'Closure rate', '本月应结', 'due this month', ['3月定稿 96.16%', 'Mar reported 96.16%']),
    number(
      '按期结案率',
      'On-time rate',
      '本月应结',
      'due this month',
      ['其中迟录 1204 件', '1204 recorded late'],
      ['3月定稿 89.62%', 'Mar reported 89.62%'],
    ),
    number('落实', 'Carried out', '本届次的承诺', 'promises'),
    number(
      '满意',
      'Satisfied',
      '本月对责任单位',
      'organs, this month',
      ['参评率 75.76%（18250/24090）', 'Share rated 75.76% (18250/24090)'],
      ['3月定稿 91.43%', 'Mar reported 91.43%'],
    ),
  ],
  trend: {
    id: 'trend',
    title: { zh: '十二个月趋势', en: 'Twelve months' },
    note: null,
    columns: [
      { id: 'month', title: { zh: '月份', en: 'Month' }, kind: 'text' },
      { id: 'closure_rate', title: { zh: '结案率', en: 'Closure rate' }, kind: 'rate' },
      { id: 'on_time_rate', title: { zh: '按期结案率', en: 'On-time rate' }, kind: 'rate' },
      { id: 'satisfaction_organ', title: { zh: '满意率（责任单位）', en: 'Satisfaction, organ' }, kind: 'rate' },
    ],
    rows: Array.from({ length: 12 }, (_, i) => [
      i < 8 ? `2025-${String(i + 5).padStart(2, '0')}` : `2026-0${i - 7}`,
      `9${i % 9}.16`,
      `8${i % 9}.62`,
      i === 3 ? null : `7${i % 9}.40`,
    ]),
  },
  ranking: {
    lastMonth: '2026-03',
    title: { zh: '2025年4月至2026年3月', en: 'April 2025 to March 2026' },
    groups: [
      group('政府部门', 'Departments'),
      group('街道乡镇', 'Streets and townships'),
      group('所属单位', 'Subordinate units'),
      group('国有企业', 'Enterprises'),
    ],
  },
  remaining: {
    missing: 958,
    href: '/missing',
    earlier: 1000,
    rows: Array.from({ length: 5 }, (_, i) => ({
      number: `XF20260105-48392${i}`,
      label: null,
      title: '顶楼漏雨两年，申请使用维修资金被一再退回，物业和社区都说不归自己管',
      who: { zh: '望江区住房和城乡建设局 承办人', en: 'Housing and Urban-Rural Construction Bureau, handler' },
      state: { zh: '办理中', en: 'In handling' },
      due: `2026-0${i < 2 ? 3 : 4}-1${i}`,
    })),
  },
  restated: [
    { month: '2026-03', asOf: '2026-04-01T01:00:00.000Z', lines: 12 },
    { month: '2026-02', asOf: '2026-03-02T01:00:00.000Z', lines: 1 },
  ],
  sessions: [session('deputy-suggestion', '18-5-B01'), session('cppcc-proposal', '13-5-P00')],
  lapsing: {
    days: ['04-29', '04-30', '05-06', '05-07', '05-08', '05-09'].map((day, i) => ({
      day: `2026-${day}`,
      count: 40 - i,
      isMadeUp: day === '05-09',
      isProvisional: false,
      organs: [
        { name: { zh: '望江区住房和城乡建设局', en: 'Housing and Urban-Rural Construction Bureau' }, count: 20 },
        { name: { zh: '望江区人力资源和社会保障局', en: 'Human Resources and Social Security Bureau' }, count: 11 },
        { name: { zh: '石桥街道办事处', en: 'Shiqiao Street Office' }, count: 9 - i },
      ],
    })),
    first: [0, 1].map(i => ({
      number: `XF20260105-48393${i}`,
      title: '楼道里燃气味很重，打了两次电话没有人上门，住户担心出事',
      clock: { zh: '重大紧急报告', en: 'Urgent report' },
      owner: { zh: '望江区信访局', en: 'Wangjiang District Petition Office' },
      due: '2026-04-29',
    })),
  },
}

type Pair = readonly [zh: string, en: string]

function number(zh: string, en: string, ofZh: string, ofEn: string, ...asides: Pair[]) {
  const parts = { numerator: 23974, denominator: 24932, rate: '96.16', numeratorHref: '/a', denominatorHref: '/b' }
  return {
    title: { zh, en },
    of: { zh: ofZh, en: ofEn },
    share: { ...parts, title: { zh, en } },
    formula: {
      zh: '应结事项中在期限届满日以前（含当日）办复的÷应结',
      en: 'of ratings of the organ in the month: satisfied or basically satisfied',
    },
    with: asides.map(([zh, en]) => ({ words: { zh, en }, href: '/c' })),
    sessions: [
      { ...parts, numerator: 111, denominator: 115, title: { zh: '代表建议', en: 'Deputy’s suggestion' } },
      { ...parts, numerator: 82, denominator: 84, title: { zh: '政协提案', en: 'CPPCC proposal' } },
    ],
  }
}

function group(zh: string, en: string) {
  const place = (rank: number) => ({
    organ: { zh: '望江区人力资源和社会保障局', en: 'Human Resources and Social Security Bureau' },
    rank,
    due: 412,
    onTime: 400 - rank,
    rate: `9${rank % 9}.33`,
  })
  return { group: { zh, en }, first: [place(1), place(2)], last: [place(15), place(16)], tooFew: 3 }
}

function session(id: string, label: string): Overview['sessions'][number] {
  const procedure = procedureOn(id, '2026-04-29')
  const row = { id, procedure: id, term: 18, session: 5, zh: '五次会议', en: 'Fifth session' }
  const figure = (id: string, count: number, of: number) => ({
    ...{ id, count, of, isBar: true, missing: undefined, href: '/d', missingHref: '/e' },
    title: { zh: id, en: id },
  })
  return {
    batch: {
      session: { ...row, from_day: '2026-01-01', cutoff_on: '2026-01-31' },
      procedure,
      day: '2026-04-29',
      until: '2026-04-29T16:00:00.000Z',
    },
    figures: [figure('closed', 108, 115), figure('carriedOut', 29, 103)],
    remaining: '/f',
    promises: '/g',
    rows: [0, 1].map(i => ({
      number: `JY20260105-48393${i}`,
      label: `${label}${i}`,
      title: '关于取消老旧小区居民用水阶梯计价、降低低收入家庭负担的建议',
      lead: undefined,
      state: { zh: '办理中', en: 'In handling' },
      blockers: [
        {
          words: {
            zh: '会办单位江州市自然资源局望江分局尚未提出会办意见',
            en: 'Wangjiang Branch of the City Natural Resources Bureau, co-handler, has not given its opinion',
          },
          holder: { zh: '江州市自然资源局望江分局 会办单位经办人', en: 'Wangjiang Branch, co-handler' },
          since: '2026-02-28',
        },
      ],
      steps: [],
      clocks: [
        {
          title: { zh: '答复', en: 'Answer' },
          owner: { zh: '江州市自然资源局望江分局', en: 'Wangjiang Branch' },
          due: i === 0 ? '2026-05-30' : '2026-05-20',
          isLate: false,
          isPaused: false,
        },
        ...(i === 0
          ? [
              {
                title: { zh: '会办', en: 'Co-handling' },
                owner: { zh: '江州市自然资源局望江分局', en: 'Wangjiang Branch' },
                due: '2026-04-12',
                isLate: true,
                isPaused: false,
              },
            ]
          : []),
      ],
      last: { kind: 'until', day: i === 0 ? '2026-05-30' : '2026-05-20' },
    })),
  }
}
