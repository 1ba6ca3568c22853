import {expectations,ours,outcomeOf,shareFound} from '../tests/ranking/ranking.ts';
const vs:any[]=[{},{within:1},{half:.5},{half:.25},{within:1,half:.5},{within:1,half:.25},{within:1,half:.5,rel:2},{within:1,half:.5,rel:1.5},{within:1,half:.5,rel:2,clarify:2},{within:1,half:.5,rel:2,clarify:3},{within:1,pow:1.5,rel:2,clarify:3},{within:1,shape:"harm",rel:2,clarify:3},{within:2,half:.5,rel:2,clarify:3}];
for(const v of vs){(globalThis as any).V=v;const o=expectations.map(c=>outcomeOf(c,ours));
const part=(u:string)=>{const x=o.filter(y=>y.company.use===u);return `${u} ${(100*shareFound(x)).toFixed(0)}% def ${x.reduce((s,y)=>s+y.acceptable.length,0)} forb ${x.reduce((s,y)=>s+y.forbidden.length,0)}`};
console.log(JSON.stringify(v).padEnd(40),part('tune'),'|',part('count'));
if(process.argv[2])for(const y of o)console.log('   ',y.company.id,'|',y.steps.join(', '),'| missed',y.missed.join(', '),'| F',y.forbidden.join(','))}
