import { describe, expect, it } from 'vitest'
import { chartDescription, renderChart } from './charts.ts'
import { madeUpReport } from './made-up-report.ts'
import { renderPngs } from './render-png.ts'

const { origins, trend, kinds } = madeUpReport().charts as Record<
  string,
  NonNullable<ReturnType<typeof madeUpReport>['charts'][string]>
>

describe('charts', () => {
  it('are the same each time and carry their unit and values', () => {
    const svg = renderChart(trend!)
    expect(renderChart(trend!)).toBe(svg)
    expect(svg).toContain('单位：%')
    expect(svg).toContain('>95.10<')
    expect(renderChart(trend!, { lang: 'en' })).toContain('Unit: %')
  })

  it('write shares of a pie half up', () => {
    expect(renderChart(kinds!)).toContain('1710（58.9%）')
  })

  it('refuse values that are no decimals, and a wrong number of them', () => {
    const [series] = origins!.series as [(typeof origins & {})['series'][number]]
    const broken = (values: (string | null)[]) => () => renderChart({ ...origins!, series: [{ ...series, values }] })
    expect(broken(['1', '2', '3', '4', '五'])).toThrow(/"五" is not a plain decimal/)
    expect(broken(['1'])).toThrow(/1 values for 5 categories/)
  })

  it('have words for those who do not see them', () => {
    expect(chartDescription(origins!, 'zh')).toContain('2031 年 (人)：本市 1502')
  })

  it('become PNG with Chinese letters, not empty boxes', async () => {
    const [png] = (await renderPngs([renderChart(origins!)])) as [Buffer]
    expect(png.readUInt32BE(0)).toBe(0x89504e47)
    expect(png.readUInt32BE(16)).toBe(1280)
  })
})
