import { defineCodes } from '../../src/language/codes.ts'

/** What the double watch over goal and spending can find; when, is said in the plan module’s table of alerts. */
export const moneyAlerts = defineCodes({
  name: 'money-alerts',
  label: { zh: '资金预警', en: 'Money alert' },
  values: {
    'money-ahead-of-goal': { zh: '支出超前、目标滞后', en: 'Money spent, goal far off' },
    'money-before-goal': { zh: '支出快于目标', en: 'Money runs ahead of the goal' },
    'over-budget': { zh: '支出超过预算', en: 'Spent beyond the budget' },
    'money-idle': { zh: '目标已达、支出滞后', en: 'Goal reached, money unspent' },
    'slow-spending': { zh: '支出进度滞后', en: 'Spending lags behind time' },
    'not-arrived': { zh: '资金到位滞后', en: 'Money has not arrived' },
  },
})
