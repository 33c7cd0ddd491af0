/** Between which values well-known figures of a college lie, wide enough for every college; outside, a unit was mistaken. */
export interface MagnitudeFact {
  readonly name: RegExp
  readonly unitClass: string
  readonly low: string
  readonly high: string
}

export const MAGNITUDES: readonly MagnitudeFact[] = [
  { name: /^生师比$/, unitClass: '', low: '4', high: '60' },
  {
    name: /^(毕业生)?(平均)?(月收入|起薪|月薪|月均收入|平均月收入|应届毕业生平均起薪)$/,
    unitClass: '元',
    low: '1200',
    high: '30000',
  },
  { name: /^生均教学科研仪器设备值$/, unitClass: '元', low: '1500', high: '300000' },
  { name: /^生均(纸质)?图书(册数)?$/, unitClass: '册', low: '10', high: '600' },
  { name: /^生均教学行政用房(面积)?$/, unitClass: '平方米', low: '3', high: '150' },
  { name: /^生均占地面积$/, unitClass: '平方米', low: '10', high: '800' },
  { name: /^生均(学生)?宿舍面积$/, unitClass: '平方米', low: '2', high: '40' },
  { name: /^年?生均财政拨款(水平)?$/, unitClass: '元', low: '2000', high: '150000' },
  {
    name: /^(学校|学院|全校|全院|年度|全年|本年|经费)*(总收入|总支出|收入(预算)?(总计|总额|合计)|支出(预算)?(总计|总额|合计)|收入预算|支出预算|固定资产(总值|总额)?|(教学|教学科研)?(仪器)?设备总值)$/,
    unitClass: '元',
    low: '100000',
    high: '100000000000',
  },
  { name: /^(校园)?占地面积$/, unitClass: '平方米', low: '10000', high: '8000000' },
  { name: /^(校舍|总)?建筑面积$/, unitClass: '平方米', low: '5000', high: '3000000' },
]
