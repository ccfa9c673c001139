import { readFileSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { validate, readInterchanges } from './src/index.ts';
const root='/work/shared/x12/corpus/';
const rows=readFileSync(root+'INDEX.tsv','utf8').trim().split('\n').slice(1).map(l=>l.split('\t')).filter(r=>/^valid/.test(r[7]!)&&r[13]==='pass'&&/^005010X(222|223|221|214|231)/.test(r[2]!));
let seed=+(process.argv[2]??1); const rnd=()=>{seed=(seed*1103515245+12345)&0x7fffffff; return seed/0x7fffffff;}; const pick=<T>(a:readonly T[])=>a[Math.floor(rnd()*a.length)]!;
rmSync('/tmp/diff',{recursive:true,force:true}); mkdirSync('/tmp/diff');
const N=+(process.argv[3]??300); const items:any[]=[];
for(let k=0;k<N;k++){ const r=pick(rows); const f=readInterchanges(readFileSync(root+r[0])); const segs=f.interchanges.flatMap(()=>0) && (()=>{const all:any[]=[]; return all;})();
 const text=readFileSync(root+r[0],'latin1').replace(/^\xef\xbb\xbf/,''); const d=f.interchanges[0]!.header.delimiters; const parts=text.split(d.segment).map(s=>s.replace(/^\s+/,'')).filter(s=>s);
 const st=parts.findIndex(p=>p.startsWith('ST'+d.element)), se=parts.findIndex(p=>p.startsWith('SE'+d.element)); const i=st+1+Math.floor(rnd()*(se-st-1)); let what='';
 const op=pick(['del','dup','swap','blank','char','trunc','addel','code','long','comp']); const els=parts[i]!.split(d.element); const e=1+Math.floor(rnd()*(els.length-1));
 if(op==='del'){what='del '+parts[i]; parts.splice(i,1);} else if(op==='dup'){what='dup '+parts[i]; parts.splice(i,0,parts[i]!);} else if(op==='swap'){what='swap '+parts[i]+' <> '+parts[i+1]; if(i+1>=se) continue; [parts[i],parts[i+1]]=[parts[i+1]!,parts[i]!];}
 else { const old=els[e]; if(old===undefined) continue; if(op==='blank')els[e]=''; if(op==='char') els[e]=old.slice(0,-1)+pick(['Q','7','a']); if(op==='trunc') els[e]=old.slice(0,1); if(op==='addel') els.splice(e,0,'X'); if(op==='code') els[e]=pick(['ZZ','XX','99','D8','1','Y']); if(op==='long') els[e]=old+old+old+old; if(op==='comp') els[e]=old+d.component+'A'; what=op+' '+parts[i]+' -> '+els.join('*'); parts[i]=els.join(d.element);} 
 const se2=parts.findIndex(p=>p.startsWith('SE'+d.element)); const x=parts[se2]!.split(d.element); x[1]=String(se2-st+1); parts[se2]=x.join(d.element);
 const out=parts.join(d.segment+(d.segment==='\n'?'':'\n'))+d.segment; writeFileSync(`/tmp/diff/${k}.x12`,out,'latin1'); items.push({k,file:r[0],what}); }
let o=''; try { o=execFileSync('/tmp/venv/bin/python',['/work/shared/x12/tools/oracle_pyx12.py',...items.map(x=>`/tmp/diff/${x.k}.x12`)],{encoding:'utf8',maxBuffer:1e9,stdio:['ignore','pipe','ignore']}); } catch(e:any){o=e.stdout;}
const V=o.trim().split('\n').map(l=>JSON.parse(l)); let both=0,n=0;
const known=/balance|hl\.|lx\.|sv1\.pointer|svd\.payer|se\.|bpr/;
items.forEach((it,j)=>{const v=V[j]; const rep=validate(readFileSync(`/tmp/diff/${it.k}.x12`)); n++; const errs=[...rep.errors,...rep.transactions.flatMap(t=>t.errors)]; const guideOk=!errs.some(e=>!known.test(e.code)); if(v.ok===guideOk||(v.ok===false&&!rep.ok)){both++;return;} console.log(v.ok?'WE REJECT':'WE ACCEPT', it.k,it.file.split('__')[1],'|',it.what.slice(0,160),'|',v.ok?errs.filter(e=>!known.test(e.code)).map(e=>e.code+' '+e.loop+' '+e.segment+(e.element??'')).slice(0,3).join('; '):v.errors.slice(0,2).join('; ').slice(0,250)); });
console.log(n,both);
