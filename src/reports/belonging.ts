/** Whose figure a matter enters, and where a figure is taken from; each said once. */

// prettier-ignore
export const belongs = {
  firstReceipt: { zh: '首次收到的部门', en: 'the office that first received it' },
  answered:     { zh: '签发答复时的主办单位', en: 'the lead when it was answered' },
  ended:        { zh: '结束时的主办单位，没有的为受理部门', en: 'the lead when it ended, or the office where there was none' },
  closed:       { zh: '办结时的主办单位', en: 'the lead when it was closed' },
  due:          { zh: '期限届满日的承办单位', en: 'the lead on the day it falls due' },
  owing:        { zh: '期限届满日负有该项办理责任的单位', en: 'whoever owed the step on the day it fell due' },
  rated:        { zh: '被评价的单位', en: 'the body that was rated' },
  acting:       { zh: '做出或者受到该项办理的单位', en: 'the organ that did it, or that it was done to' },
  district:     { zh: '全区，不分单位', en: 'the district, by no organ' },
}

// prettier-ignore
export const sources = {
  balance:    { zh: '收支平衡口径；《信访工作条例》第四十一条（年度报告）', en: 'The balance of what came and went; Regulations on Petitions, art. 41 (annual report)' },
  registered: { zh: '省级绩效后台口径：登记时间＋15日在统计期内；《信访工作条例》第二十二条', en: 'A provincial performance system: registration + 15 days within the period; Regulations on Petitions, art. 22' },
  accepted:   { zh: '省级绩效后台口径；《信访工作条例》第二十三条', en: 'A provincial performance system; Regulations on Petitions, art. 23' },
  due:        { zh: '省级绩效后台口径：限办截止时间在统计期内；《信访工作条例》第三十四条', en: 'A provincial performance system: the deadline falls within the period; Regulations on Petitions, art. 34' },
  progress:   { zh: '本系统口径：当期收件的完成程度，不作考核', en: 'This system’s own: how far the period’s intake has come; not for appraisal' },
  late:       { zh: '本系统口径：与按期结案率一并公布', en: 'This system’s own: printed beside every on-time figure' },
  rating:     { zh: '省级绩效后台口径：评价时间在统计期内，分被评价单位计算', en: 'A provincial performance system: rated within the period, by the body rated' },
  flagged:    { zh: '本系统口径：工作人员不得代为评价', en: 'This system’s own: officials may not rate for petitioners' },
  repeat:     { zh: '省级绩效后台口径：登记在统计期内的重复件次÷总件次', en: 'A provincial performance system: repeats of all registered in the period' },
  closed:     { zh: '本系统口径：材料齐全、经核对的办结', en: 'This system’s own: closed once its record was complete and checked' },
  annual:     { zh: '《信访工作条例》第四十一条（年度报告的内容）', en: 'Regulations on Petitions, art. 41 (what the annual report holds)' },
  visits:     { zh: '信访月报通行口径：来访计批次、人次，五人以上为集体访', en: 'The usual monthly report: visits in batches and in people, five or more a group' },
}
