/** Rates and what they are made of, in the words of every report: numerator over denominator. */
export interface RateFact {
  readonly rate: RegExp
  readonly part: RegExp
  readonly whole: RegExp
}

export const RATE_FACTS: readonly RateFact[] = [
  { rate: /成新率/, part: /净值/, whole: /原值/ },
  { rate: /资产负债率/, part: /负债/, whole: /资产/ },
  { rate: /毛利率/, part: /毛利/, whole: /收入/ },
  { rate: /产销率/, part: /销售|售出/, whole: /生产|产量/ },
  { rate: /上线率/, part: /上线/, whole: /参考|考试|报考|报名/ },
  { rate: /授予率/, part: /授予|学位/, whole: /毕业/ },
  { rate: /毕业率/, part: /(?:实际|正常|准予|按期)毕业|结业/, whole: /应毕业|应届|毕业生/ },
  { rate: /留用率|留任率|留岗率/, part: /录用|留用|留任|留岗/, whole: /实习|接收|参加/ },
  { rate: /入住率/, part: /入住/, whole: /床位/ },
  { rate: /预算执行率|资金使用率|支出率|执行率/, part: /支出|使用|执行/, whole: /预算/ },
  { rate: /到位率|到账率/, part: /到位|到账/, whole: /预算|计划|应到/ },
  { rate: /^(?:录取|招生)?计划完成率$/, part: /录取/, whole: /计划/ },
  { rate: /完成[率度]|达成[率度]/, part: /完成|达成|达到/, whole: /任务|计划|目标|应完成|指标/ },
  { rate: /报到率/, part: /报到/, whole: /录取|计划|招生/ },
  { rate: /录取率/, part: /录取/, whole: /报考|报名|计划/ },
  { rate: /回收率|应答率|回复率/, part: /回收|收回|提交|应答|回复/, whole: /发放|推送|发送|发出|下发|目标|邀请/ },
  { rate: /有效率/, part: /有效/, whole: /回收|收回|提交/ },
  { rate: /落实率|就业率/, part: /落实|就业/, whole: /毕业生/ },
  { rate: /升学率/, part: /升学/, whole: /毕业生/ },
  { rate: /创业率/, part: /创业/, whole: /毕业生/ },
  { rate: /对口率/, part: /对口/, whole: /就业|工作/ },
  { rate: /合格率|及格率|达标率/, part: /合格|及格|达标/, whole: /参加|测试|参测|考试|应考|考核/ },
  { rate: /通过率/, part: /通过|取得|获得|合格/, whole: /参加|报考|考试|考核|申报|鉴定|认定/ },
  { rate: /获取率|取证率/, part: /获取|获得|取得/, whole: /参加|考核|毕业生|学生/ },
  { rate: /满意[率度]/, part: /满意/, whole: /回收|有效|参与|受访|调查/ },
  { rate: /参与率|参加率/, part: /参与|参加/, whole: /在校生|学生|教师|应/ },
  { rate: /转化率/, part: /转化/, whole: /专利|成果/ },
  { rate: /开出率/, part: /开出/, whole: /应开/ },
]
