/** Rows and columns that are the sum of the others. */
export const TOTAL =
  /^((?:近?[两三四五六七八九十\d]{1,2}[届年期个项]{1,2})?合\s*计|累\s*计|总\s*计|共\s*计|总\s*数|[收支][入出]总计|全\s*校合?计?|total|sum|grand total)$/i

/** Heads of columns whose values cannot be added. */
export const NOT_ADDED =
  /率|比例|占比|比重|百分比|%|平均|均值|[人生师班校户亩车日月年期场项家]均|均分|排名|排序|名次|增幅|增长|同比|单价|满意度|得分|月薪|月收入|起薪|工资水平|年份|系数|最[高大低小]|班额|密度|比(?=[（(/]|$)|\b(?:ratio|rate|average|mean|share|change|per)\b/i
