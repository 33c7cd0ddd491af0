/**
 * The page's own script. Everything works without it; it folds the contents on a phone, marks the chapter being read,
 * puts an indicator's card beside its number and shows values over charts, read from the table under each.
 */
export const htmlScript = `
(()=>{
const toc=document.querySelector('.toc details');
if(toc&&matchMedia('(max-width:60rem)').matches)toc.open=false;
const links=new Map([...document.querySelectorAll('.toc a')].map(a=>[decodeURIComponent(a.hash.slice(1)),a]));
if('IntersectionObserver' in window){
let now;
const seen=new IntersectionObserver(es=>{for(const e of es)if(e.isIntersecting){if(now)now.removeAttribute('aria-current');now=links.get(e.target.id);if(now)now.setAttribute('aria-current','true')}},{rootMargin:'0px 0px -75% 0px'});
for(const h of document.querySelectorAll('main>h2[id],main>h3[id],main>h4[id],main>h5[id]'))seen.observe(h);
}
let asked;
document.addEventListener('click',e=>{const b=e.target.closest&&e.target.closest('.figure');if(b)asked=b},true);
for(const p of document.querySelectorAll('.pop'))p.addEventListener('toggle',e=>{
if(e.newState!=='open'||!asked||innerWidth<640)return;
const r=asked.getBoundingClientRect(),w=p.offsetWidth,h=p.offsetHeight;
p.style.margin='0';p.style.inset='auto';
p.style.left=Math.max(8,Math.min(innerWidth-w-8,r.left+r.width/2-w/2))+'px';
p.style.top=(r.bottom+h+12<innerHeight?r.bottom+6:Math.max(8,r.top-h-6))+'px';
});
for(const chart of document.querySelectorAll('.chart')){
const rows=chart.parentElement.querySelectorAll('.data tbody tr'),heads=chart.parentElement.querySelectorAll('.data thead th');
const tip=document.createElement('div');tip.className='tip';tip.hidden=true;tip.setAttribute('aria-hidden','true');chart.append(tip);
chart.addEventListener('pointermove',e=>{
const mark=e.target.closest('[ecmeta_data_index]');
const row=mark&&rows[mark.getAttribute('ecmeta_data_index')],column=mark?Number(mark.getAttribute('ecmeta_series_index')||0)+1:0;
tip.hidden=!row;
if(!row)return;
tip.textContent=row.cells[0].textContent+' · '+heads[column].textContent+' '+row.cells[column].textContent;
const box=chart.getBoundingClientRect();
tip.style.left=(e.clientX-box.left)+'px';tip.style.top=(e.clientY-box.top)+'px';
});
chart.addEventListener('pointerleave',()=>{tip.hidden=true});
}
})()
`
