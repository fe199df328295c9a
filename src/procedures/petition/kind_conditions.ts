import type { Condition } from '../procedure.ts'
import { isPetitionProper, nobody } from './facts.ts'

/** What sort of matter it is: art. 31 gives each its own way to an answer. */
export const isRouteSix: Condition = {
  title: { zh: '申诉求决类，按信访程序办理', en: 'An appeal handled by the petition procedure' },
  because: {
    zh: '只有按信访程序（第三十一条第六项）办理的申诉求决类事项适用这一步',
    en: 'only appeals handled by the petition procedure (art. 31(6)) take this step',
  },
  cites: 'XF 31(6)',
  holds: isPetitionProper,
}

export const isNotRouteSix: Condition = {
  title: { zh: '不适用信访处理意见书', en: 'No handling opinion applies' },
  because: {
    zh: '信访程序事项须出具并送达信访处理意见书',
    en: 'matters of the petition procedure need a served handling opinion',
  },
  cites: 'XF 32',
  holds: facts => !isPetitionProper(facts),
}

export const isDuty: Condition = {
  title: { zh: '申请查处或履行职责', en: 'An application to act on a duty' },
  because: { zh: '只有第三十一条第五项的事项这样答复', en: 'only matters of art. 31(5) are answered this way' },
  cites: 'XF 31(5)',
  holds: facts => facts.kind === 'appeal' && facts.route === '5',
}

export const isSuggestion: Condition = {
  title: { zh: '建议意见类', en: 'A suggestion' },
  because: { zh: '只有建议意见类事项这样答复', en: 'only suggestions are answered this way' },
  cites: 'XF 29',
  holds: facts => facts.kind === 'suggestion',
}

export const isAccusation: Condition = {
  title: { zh: '检举控告类', en: 'An accusation' },
  because: { zh: '只有检举控告类事项这样答复', en: 'only accusations are answered this way' },
  cites: 'XF 30',
  holds: facts => facts.kind === 'accusation',
}

export const isLawfulRoute: Condition = {
  title: { zh: '有其他法定途径', en: 'Another lawful route exists' },
  because: { zh: '只有第三十一条第一至四项的事项可以导入', en: 'only matters of art. 31(1)–(4) can be redirected' },
  cites: 'XF 31',
  holds: facts => facts.kind === 'appeal' && ['1', '2', '3', '4'].includes(facts.route ?? ''),
}

/** What has been answered is not undone by whoever registers: it takes the head of the office. */
export const chiefOnceAnswered: Condition = {
  title: { zh: '尚未答复，或者由信访部门负责人决定', en: 'Not answered yet, or decided by the head of the office' },
  because: {
    zh: '已经答复的事项，须由信访部门负责人决定重新分类',
    en: 'once it is answered, only the head of the petition office may classify it anew',
  },
  cites: 'office',
  holds: (facts, actor) => unanswered.includes(facts.state) || actor.roles.includes('chief'),
}

const unanswered: readonly string[] = [
  'registered',
  'transferred',
  'handedOver',
  'received',
  'objected',
  'disputed',
  'handling',
  'mediating',
  'drafted',
]

export const isNotRedirected: Condition = {
  title: { zh: '属本机关受理范围', en: 'Within what this organ accepts' },
  because: {
    zh: '第三十一条第一至四项的事项应当导入法定途径',
    en: 'matters of art. 31(1)–(4) must be redirected to their lawful route',
  },
  cites: 'XF 31',
  holds: facts => !isLawfulRoute.holds(facts, nobody),
}
