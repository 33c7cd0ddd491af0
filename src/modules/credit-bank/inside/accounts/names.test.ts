import { describe, expect, it } from 'vitest'
import { matchNames, nameDiffers } from './names.ts'

describe('names of one person', () => {
  it('are the same in variant and traditional characters, full width, and with any middle dot', () => {
    expect(matchNames('李恒', '李恆')).toEqual({ same: true, variants: ['恒 ↔ 恆'] })
    expect(matchNames('張 国強', '张國强')).toEqual({ same: true, variants: ['張 ↔ 张', '国 ↔ 國', '強 ↔ 强'] })
    expect(matchNames('阿依·古丽', '阿依•古丽')).toEqual({ same: true, variants: [] })
    expect(matchNames('ＡＢ', 'ab')).toEqual({ same: true, variants: [] })
  })

  it('are not the same when a character is another one', () => {
    expect(matchNames('李恒', '李衡')).toEqual({ same: false })
    expect(matchNames('李恒', '李恒恒')).toEqual({ same: false })
  })

  it('are explained where they differ', () => {
    expect(nameDiffers(matchNames('李恒', '李恒'))).toBeNull()
    expect(nameDiffers(matchNames('李恒', '李恆'))!.zh).toContain('恒 ↔ 恆')
    expect(nameDiffers(matchNames('李恒', '王恒'))!.en).toContain('not the one registered')
  })
})
