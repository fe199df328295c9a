/** English for the holidays the yearly notices name; an unknown one keeps its Chinese name. */
export const holidayNames: ReadonlyMap<string, string> = new Map([
  ['元旦', "New Year's Day holiday"],
  ['春节', 'Spring Festival holiday'],
  ['清明节', 'Qingming Festival holiday'],
  ['劳动节', 'Labour Day holiday'],
  ['端午节', 'Dragon Boat Festival holiday'],
  ['中秋节', 'Mid-Autumn Festival holiday'],
  ['国庆节', 'National Day holiday'],
  ['国庆节、中秋节', 'National Day and Mid-Autumn Festival holiday'],
  ['中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日', '70th anniversary of victory in 1945, holiday'],
])
