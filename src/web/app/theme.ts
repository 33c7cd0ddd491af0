import type { ThemeConfig } from 'antd'
import { theme } from 'antd'

/** The compact algorithm sets Chinese at 12 px, which is too small to read all day. */
const readable = {
  fontSize: 14,
  fontSizeSM: 13,
  fontSizeLG: 15,
  lineHeight: 1.5,
  controlHeight: 30,
  controlHeightSM: 24,
  controlHeightLG: 36,
}

/** Ink and teal; the same values as in base.css. */
export const appTheme: ThemeConfig = {
  algorithm: (seed, map) => ({ ...theme.compactAlgorithm(seed, map), ...readable }),
  token: {
    colorPrimary: '#11676a',
    colorLink: '#0f5f62',
    colorText: '#1d2d35',
    colorTextSecondary: '#51626b',
    colorTextTertiary: '#5f6f78',
    colorTextDescription: '#56666f',
    colorTextPlaceholder: '#5f6f78',
    colorBorder: '#b9c4c9',
    colorBorderSecondary: '#dfe5e7',
    colorError: '#a8352a',
    colorSuccess: '#2f6f4f',
    colorWarning: '#8f5a0a',
    borderRadius: 4,
    fontFamily: 'inherit',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    boxShadowSecondary: '0 4px 16px rgba(20, 40, 48, 0.14)',
  },
  components: {
    Modal: { titleFontSize: 16 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}

/** The same without any movement, for whoever asked their system for it. */
export const stillTheme: ThemeConfig = { ...appTheme, token: { ...appTheme.token, motion: false } }
