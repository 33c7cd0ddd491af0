import { declaredFigures } from '../../../catalogue/figures.gen.ts'

/** The indicators, tables, rules and reports that this platform declares, for the screens of figures and reports. */
export const figuresCatalogue = {
  indicators: new Map(declaredFigures.indicators.map((indicator) => [indicator.code, indicator])),
  tables: new Map(declaredFigures.tables.map((table) => [table.name, table])),
  reports: new Map(declaredFigures.reports.map((report) => [report.name, report])),
  rules: declaredFigures.rules,
}
