import type { Text } from '../law/words.ts'
import { belongs, sources } from './belonging.ts'
import { of } from './countings.ts'
import * as earlier from './earlier.ts'
import type { Metric } from './metric.ts'
import * as acts from './treatments_of_acts.ts'
import * as intake from './treatments_of_intake.ts'
import * as ratings from './treatments_of_ratings.ts'
import * as terms from './treatments_of_terms.ts'

/** The edition of the dictionary as a whole. */
export const definitions = '2026-11-4'

const byReceipt: Text = { zh: '按收件日归月', en: 'by day of receipt' }
const atStart: Text = { zh: '期初在办', en: 'open when the month began' }
const byAct: Text = { zh: '按办理的法定日期归月', en: 'by legal day of the act' }
const byDue: Text = { zh: '按办理期限届满日（含延期）归月', en: 'by due day, as extended' }
const byRating: Text = { zh: '按评价日归月', en: 'by day of rating' }
const atEnd: Text = {
  zh: '截至统计截止日（晚于月末的按月末）',
  en: 'as at the through day, or the month’s end if that is earlier',
}

// prettier-ignore
export const metrics: readonly Metric[] = [
  { id: 'received', version: '1', title: { zh: '收件', en: 'Received' }, basis: byReceipt, numerator: of.received, officeOnly: true,
    formula: { zh: '当月收到的事项', en: 'matters received in the month' },
    treatment: intake.ofReceipt, belongsTo: belongs.firstReceipt, source: sources.balance },
  { id: 'carried_over', version: '1', title: { zh: '上期结转', en: 'Carried over' }, basis: atStart, numerator: of.carriedOver, districtOnly: true,
    formula: { zh: '月初以前收到，月初时既未办复也未以其他方式结束的事项', en: 'matters received before the month and neither answered nor ended otherwise when it began' },
    treatment: intake.ofStockBefore, belongsTo: belongs.district, source: sources.balance },
  { id: 'reopened', version: '1', title: { zh: '恢复办理', en: 'Reopened' }, basis: byAct, numerator: of.reopened, districtOnly: true,
    formula: { zh: '月初以前已办复或者结束，当月恢复办理、重新办理的事项；平衡时计入收件', en: 'matters answered or ended before the month and taken up again in it; they add to received in the balance' },
    treatment: intake.ofReopening, belongsTo: belongs.district, source: sources.balance },
  { id: 'answered', version: '1', title: { zh: '办复', en: 'Answered' }, basis: byAct, numerator: of.answered,
    formula: { zh: '当月签发答复的事项；后来被撤销的不计', en: 'matters answered in the month, less answers voided since' },
    treatment: acts.ofAnswer, belongsTo: belongs.answered, source: sources.balance },
  { id: 'ended_otherwise', version: '1', title: { zh: '其他方式结束', en: 'Ended otherwise' }, basis: byAct, numerator: of.endedOtherwise,
    formula: { zh: '当月不予受理、不再受理、导入法定途径或者撤回的事项', en: 'matters refused, declined again, redirected or withdrawn in the month' },
    treatment: acts.ofEnding, belongsTo: belongs.ended, source: sources.balance },
  { id: 'open', version: '1', title: { zh: '在办', en: 'Open' }, basis: atEnd, numerator: of.open, districtOnly: true,
    formula: { zh: '既未办复也未以其他方式结束的事项；＝上期结转＋收件＋恢复办理－办复－其他方式结束', en: 'matters neither answered nor ended otherwise; = carried over + received + reopened − answered − ended otherwise' },
    treatment: intake.ofStock, belongsTo: belongs.district, source: sources.balance },
  { id: 'closed', version: '1', title: { zh: '办结', en: 'Closed' }, basis: byAct, numerator: of.closedHere,
    formula: { zh: '当月经核对材料办结的事项；导入的另列', en: 'matters closed in the month after their record was checked; imported ones stand apart' },
    treatment: acts.ofClosure, belongsTo: belongs.closed, source: sources.closed },
  { id: 'closed_imported', version: '1', title: { zh: '导入办结', en: 'Closed, imported' }, basis: byAct, numerator: of.closedImported,
    formula: { zh: '台账导入时已注明当月办结、未经本系统核对的事项', en: 'matters a ledger brought as closed in the month; their record was not checked here' },
    treatment: acts.ofClosure, belongsTo: belongs.closed, source: sources.closed },
  { id: 'due', version: '1', title: { zh: '应结', en: 'Due' }, basis: byDue, numerator: of.due,
    formula: { zh: '答复期限（含延期）在当月届满的事项', en: 'matters whose answering deadline, as extended, falls in the month' },
    treatment: terms.ofDue, belongsTo: belongs.due, source: sources.due },
  { id: 'closure_rate', version: '1', title: { zh: '结案率', en: 'Closure rate' }, basis: byDue, numerator: of.dueAnswered, denominator: of.due,
    formula: { zh: '应结事项中截至统计截止日已办复的÷应结', en: 'of due: answered on a legal day up to the through day' },
    treatment: terms.ofDue, belongsTo: belongs.due, source: sources.due },
  { id: 'on_time_rate', version: '1', title: { zh: '按期结案率', en: 'On-time rate' }, basis: byDue, numerator: of.dueOnTime, denominator: of.due,
    formula: { zh: '应结事项中在期限届满日以前（含当日）办复的÷应结', en: 'of due: answered on or before the deadline' },
    treatment: terms.ofDue, belongsTo: belongs.due, source: sources.due },
  { id: 'recorded_late', version: '3', title: { zh: '迟录', en: 'Recorded late' }, basis: byDue, numerator: of.dueRecordedLate,
    formula: { zh: '按期办复，但现行答复在期限届满后才录入，或者更正日期后才成为按期的事项', en: 'answered on time by legal day, but the answer that stands was recorded only after the deadline, or on time only since a day was put right' },
    treatment: terms.ofDue, belongsTo: belongs.due, source: sources.late, earlier: earlier.recordedLate },
  { id: 'cohort_progress', version: '1', title: { zh: '当期办复进度', en: 'Progress of the month’s intake' }, basis: byReceipt, numerator: of.receivedDone, denominator: of.received, officeOnly: true,
    formula: { zh: '收件中截至统计截止日已办复或者以其他方式结束的÷收件', en: 'of received: answered or ended otherwise up to the through day' },
    treatment: intake.ofIntake, belongsTo: belongs.firstReceipt, source: sources.progress },
  { id: 'timely_acceptance_office', version: '2', title: { zh: '信访部门及时受理率', en: 'Timely handling by the petition office' }, basis: byDue, numerator: of.acceptedOffice, denominator: of.toAcceptOffice, officeOnly: true,
    formula: { zh: '登记转送期限在当月届满的事项中按期处理的÷全部；重新起算的期限另行判断，推定受理的不计', en: 'of matters whose registration deadline falls in the month: handled by that very deadline; assumed ones left out' },
    treatment: terms.ofAcceptance, belongsTo: belongs.owing, source: sources.registered, earlier: earlier.byOffice.timely },
  { id: 'acceptance_assumed_office', version: '2', title: { zh: '推定受理（信访部门）', en: 'Assumed, left out (petition office)' }, basis: byDue, numerator: of.assumedOffice, officeOnly: true,
    formula: { zh: '受理日期系推定、未计入信访部门及时受理率的事项', en: 'matters whose day of acceptance is assumed, left out of the rate above' },
    treatment: terms.ofAcceptance, belongsTo: belongs.owing, source: sources.registered, earlier: earlier.byOffice.assumed },
  { id: 'timely_acceptance_organ', version: '2', title: { zh: '责任单位及时受理率', en: 'Timely acceptance by the organ' }, basis: byDue, numerator: of.acceptedOrgan, denominator: of.toAcceptOrgan,
    formula: { zh: '受理告知期限在当月届满的事项中按期告知的÷全部；重新起算的期限另行判断，推定受理的不计', en: 'of matters whose acceptance deadline falls in the month: handled by that very deadline; assumed ones left out' },
    treatment: terms.ofAcceptance, belongsTo: belongs.owing, source: sources.accepted, earlier: earlier.byOrgan.timely },
  { id: 'acceptance_assumed_organ', version: '2', title: { zh: '推定受理（责任单位）', en: 'Assumed, left out (organ)' }, basis: byDue, numerator: of.assumedOrgan,
    formula: { zh: '受理日期系推定、未计入责任单位及时受理率的事项', en: 'matters whose day of acceptance is assumed, left out of the rate above' },
    treatment: terms.ofAcceptance, belongsTo: belongs.owing, source: sources.accepted, earlier: earlier.byOrgan.assumed },
  { id: 'rated_share', version: '1', title: { zh: '参评率', en: 'Share rated' }, basis: { zh: '按评价日或者评价期限届满日归月', en: 'by day of rating or end of the rating window' }, numerator: of.toRateRated, denominator: of.toRate, districtOnly: true,
    formula: { zh: '当月评价或者评价期限在当月届满的事项中已评价的÷全部；存疑评价不计', en: 'of matters rated in the month or whose rating window ended in it: rated; flagged ratings do not count' },
    treatment: ratings.ofRatingWindow, belongsTo: belongs.district, source: sources.rating },
  { id: 'rated_flagged', version: '1', title: { zh: '存疑评价', en: 'Flagged ratings' }, basis: byRating, numerator: of.ratedFlagged,
    formula: { zh: '从工作人员会话或者办公网络作出、未计入参评率和满意率的评价', en: 'ratings given from an official’s session or network, left out of the rates' },
    treatment: ratings.ofRating, belongsTo: belongs.rated, source: sources.flagged },
  { id: 'satisfaction_office', version: '1', title: { zh: '满意率（信访部门）', en: 'Satisfaction, petition office' }, basis: byRating, numerator: of.satisfiedOffice, denominator: of.ratedOffice, officeOnly: true,
    formula: { zh: '当月对信访部门的评价中满意和基本满意的÷全部评价', en: 'of ratings of the petition office in the month: satisfied or basically satisfied' },
    treatment: ratings.ofRating, belongsTo: belongs.rated, source: sources.rating },
  { id: 'satisfaction_organ', version: '1', title: { zh: '满意率（责任单位）', en: 'Satisfaction, organ' }, basis: byRating, numerator: of.satisfiedOrgan, denominator: of.ratedOrgan,
    formula: { zh: '当月对责任单位的评价中满意和基本满意的÷全部评价', en: 'of ratings of the organ in the month: satisfied or basically satisfied' },
    treatment: ratings.ofRating, belongsTo: belongs.rated, source: sources.rating },
  { id: 'repeat_rate', version: '1', title: { zh: '重复信访率', en: 'Repeat rate' }, basis: byReceipt, numerator: of.receivedRepeating, denominator: of.receivedPetitions, officeOnly: true,
    formula: { zh: '当月收到的信访事项中已关联为重复的÷全部', en: 'of petitions received in the month: linked as repeating an earlier one' },
    treatment: intake.ofRepeats, belongsTo: belongs.firstReceipt, source: sources.repeat },
  { id: 'visits', version: '1', unit: '批次', title: { zh: '来访批次', en: 'Visits' }, basis: byReceipt, numerator: of.visits, officeOnly: true,
    formula: { zh: '当月收到的来访事项；不论人数，一件为一批', en: 'matters brought in person in the month, each one batch however many came' },
    treatment: intake.ofReceipt, belongsTo: belongs.firstReceipt, source: sources.visits },
  { id: 'visit_heads', version: '1', unit: '人次', title: { zh: '来访人次', en: 'Visitors' }, basis: byReceipt, numerator: of.visitHeads, officeOnly: true,
    formula: { zh: '当月来访事项的信访人数之和；未登记人数的按一人', en: 'people who came with these matters; one where no number was recorded' },
    treatment: intake.ofReceipt, belongsTo: belongs.firstReceipt, source: sources.visits },
  { id: 'group_visits', version: '1', unit: '批次', title: { zh: '其中集体访批次', en: 'Group visits' }, basis: byReceipt, numerator: of.groupVisits, officeOnly: true,
    formula: { zh: '来访批次中五人以上（含五人）的', en: 'of visits: those of five people or more' },
    treatment: intake.ofReceipt, belongsTo: belongs.firstReceipt, source: sources.visits },
  { id: 'group_visit_heads', version: '1', unit: '人次', title: { zh: '其中集体访人次', en: 'Visitors in groups' }, basis: byReceipt, numerator: of.groupVisitHeads, officeOnly: true,
    formula: { zh: '集体访的信访人数之和', en: 'people who came in group visits' },
    treatment: intake.ofReceipt, belongsTo: belongs.firstReceipt, source: sources.visits },
]

export const metricNamed = (id: string): Metric | undefined => metrics.find(metric => metric.id === id)
