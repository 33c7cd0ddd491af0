/** The page's own style sheet: system fonts, nothing fetched. */
export const htmlStyle = `
:root{--ink:#1f2a31;--soft:#4a555c;--line:#cfd8dd;--accent:#1f5a78;--tint:#f1f5f7;--paper:#fff;--back:#f6f7f8}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:var(--back);font:1rem/1.8 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--accent)}
:focus-visible{outline:3px solid #c58a3d;outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999rem;background:var(--paper);padding:.6rem 1rem;z-index:9}
.skip:focus{left:.5rem;top:.5rem}
.cover{background:var(--accent);color:#fff;padding:3rem 1.25rem}
.cover>div{max-width:75.5rem;margin:auto}
.cover h1{font-size:clamp(1.7rem,4.5vw,2.7rem);line-height:1.3;margin:.3em 0;text-wrap:balance}
.cover p{margin:.15em 0}
.cover .college{font-size:1.1rem}
.cover .sub{font-size:1.2rem}
.cover .facts{margin-top:1.2rem;font-size:.92rem}
.cover a{color:#fff}
.page{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:2.5rem;max-width:78rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.toc{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto;font-size:.9rem;line-height:1.5}
.toc summary{font-weight:700;cursor:pointer;padding:.4rem 0}
.toc ol{list-style:none;margin:0;padding:0}
.toc a{display:block;padding:.28rem .5rem;text-decoration:none;color:var(--ink);border-left:3px solid transparent}
.toc a:hover{background:#e7edf0}
.toc a[aria-current]{border-left-color:var(--accent);background:#e7edf0;font-weight:600}
.toc .l2 a{padding-left:1.4rem}.toc .l3 a{padding-left:2.3rem}.toc .l4 a{padding-left:3.2rem}
main{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1.5rem clamp(1rem,4vw,3.2rem) 3rem;min-width:0}
main>*{max-width:46rem;margin-left:auto;margin-right:auto}
main>.wide{max-width:60rem}
h2,h3,h4,h5{line-height:1.4;margin-top:2em;margin-bottom:.7em;text-wrap:balance}
h2{font-size:1.6rem;color:var(--accent);border-bottom:2px solid var(--accent);padding-bottom:.3em}
h3{font-size:1.28rem}h4{font-size:1.12rem}h5{font-size:1rem}
.no{margin-right:.6em}
main p{margin-block:.7em}
li>p{margin-block:.25em!important}
li>ul,li>ol{margin-block:.2em}
:lang(zh) main p{text-align:justify}
:lang(zh) main>p,:lang(zh) .case>p{text-indent:2em}
.subhead{font-weight:700}
main p.subhead,main p.note,main .case>p.case-title{text-indent:0}
.figure{font:inherit;font-variant-numeric:tabular-nums;color:inherit;background:none;border:0;border-bottom:1px dashed var(--accent);padding:0 .08em;margin:0;cursor:pointer;text-indent:0;display:inline}
.figure:hover{background:#e3edf2}
strong .figure{font-weight:700}
.scroll{overflow-x:auto;margin:1.6em auto .5em}
table{overflow-wrap:break-word;border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.5;border-top:2px solid #333;border-bottom:2px solid #333}
caption,figcaption{font-weight:600;text-align:center;padding:.4em 0;font-size:.95rem;text-wrap:balance}
th,td{padding:.42em .6em;border-bottom:1px solid var(--line);vertical-align:middle;text-align:left}
tbody th{font-weight:400}
thead th{background:var(--tint);text-align:center;font-weight:600}
.c{text-align:center}.r{text-align:right}
.num{display:inline-block;text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.i1{padding-left:2.2em}.i2{padding-left:3.8em}.i3{padding-left:5.4em}
.total>*{background:#e9f0f4;font-weight:700}
.subheadrow>*{background:#f6f4ee;font-weight:700}
.note{font-size:.88rem;color:var(--soft);margin:.3em auto}
figure{margin:1.8em auto}
figure img{display:block;max-width:100%;height:auto;margin:auto;border-radius:3px}
.chart{position:relative}
.chart.narrow{display:none}
.chart svg{display:block;width:100%;height:auto;max-width:44rem;margin:auto}
.chart [ecmeta_data_index]:hover{filter:brightness(1.12)}
.tip{position:absolute;pointer-events:none;background:#1f2a31;color:#fff;font-size:.85rem;line-height:1.4;padding:.3em .7em;border-radius:4px;white-space:nowrap;transform:translate(-50%,-130%)}
.tip[hidden]{display:none}
.data{font-size:.9rem;margin:.4em auto}
.data summary{cursor:pointer;color:var(--accent)}
.case{background:var(--tint);border-left:4px solid var(--accent);border-radius:0 4px 4px 0;padding:1rem 1.3rem;margin:1.8em auto}
.case>p.case-title{color:var(--accent);font-weight:700;font-size:1.08rem;margin:0 0 .5em;text-indent:0}
.pop{border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:6px;padding:1rem 1.2rem;width:min(26rem,calc(100vw - 2rem));max-height:80vh;overflow:auto;margin:auto;box-shadow:0 8px 30px #0003;color:var(--ink);background:var(--paper);line-height:1.6}
.pop::backdrop{background:#0001}
.pop h2{font-size:1.05rem;margin:0 2rem .3em 0;border:0;padding:0}
.pop .big{font-size:1.5rem;font-weight:700;color:var(--accent);margin:0;text-align:left}
.pop dl{display:grid;grid-template-columns:auto 1fr;gap:.25em .9em;margin:.6em 0 0;font-size:.92rem}
.pop dt{color:var(--soft);white-space:nowrap}
.pop dd{margin:0}
.pop .close{position:absolute;top:.5rem;right:.5rem;font:inherit;font-size:1.3rem;line-height:1;border:0;background:none;cursor:pointer;width:2.2rem;height:2.2rem;color:var(--soft)}
footer{max-width:78rem;margin:0 auto;padding:0 1.25rem 2.5rem;font-size:.85rem;color:var(--soft)}
footer code{overflow-wrap:anywhere}
@media screen and (max-width:60rem){
.page{display:block;padding:0 0 2rem}
.toc{position:static;max-height:none;padding:.3rem 1rem;background:var(--paper);border-bottom:1px solid var(--line)}
.toc a{padding-top:.45rem;padding-bottom:.45rem}
main{border-width:0;border-radius:0;padding:1rem 1rem 2rem}
.cover{padding:1.8rem 1rem}
.i1{padding-left:1.4em}.i2{padding-left:2.4em}.i3{padding-left:3.2em}
table{font-size:.85rem}
th,td{padding:.4em .4em}
.chart.broad{display:none}
.chart.narrow{display:block}
thead th{min-width:3.6em}
}
@media print{
body{background:#fff;font-size:11pt;line-height:1.6}
.toc,.skip,.data,.pop{display:none!important}
.cover{background:none;color:#000;border-bottom:2px solid #000}
.cover a{color:#000}
.page{display:block;padding:0}
main{border:0;padding:0}
main>*{max-width:none}
.chart.broad{display:block}.chart.narrow{display:none}
h2,h3,h4,h5,.case-title,.subhead,caption{break-after:avoid}
figure,tr{break-inside:avoid}
thead{display:table-header-group}
.figure{border:0}
.scroll{overflow:visible}
table{font-size:9.5pt}
th,td{padding:.3em .4em}
@page{size:A4;margin:2cm}
}
`
