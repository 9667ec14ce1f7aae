namespace CostCenters.Reporting.Pages;

/// <summary>How the page looks: on a screen by day and by night, on a phone and on paper.</summary>
internal static class PageStyle
{
    public static ReadOnlySpan<byte> Css => """
        :root{color-scheme:light dark;--ink:#1b2733;--soft:#56626e;--line:#d5dbe1;--faint:#eef1f4;--page:#fff;
        --good:#1a7f4b;--bad:#c2342b;--ac:#3a4552;--py:#a3adb8;--focus:#1f6feb}
        @media (prefers-color-scheme:dark){:root{--ink:#e4e9ee;--soft:#9aa7b4;--line:#36424e;--faint:#212a33;
        --page:#141a20;--good:#4cc38a;--bad:#ff7a6e;--ac:#c3ccd6;--py:#6c7885;--focus:#79b0ff}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0 auto;padding:1.5rem 2rem 3rem;max-width:82rem;background:var(--page);color:var(--ink);
        font:15px/1.45 system-ui,"Segoe UI","Liberation Sans","DejaVu Sans",Arial,sans-serif;
        font-variant-numeric:tabular-nums lining-nums}
        h1{font-size:1.75rem;line-height:1.2;margin:0;overflow-wrap:anywhere}
        h2{font-size:1.2rem;margin:2.5rem 0 .25rem;overflow-wrap:anywhere}
        h3{font-size:1rem;margin:1.25rem 0 .25rem;overflow-wrap:anywhere}
        p{margin:.25rem 0}
        .sub{font-size:1.05rem;color:var(--soft)}
        .say{font-size:1.15rem;margin:.9rem 0 0;max-width:60rem;overflow-wrap:anywhere}
        .why{color:var(--soft);margin:0 0 .75rem;overflow-wrap:anywhere}
        .notes{margin:.75rem 0 0;padding-left:1.1rem;color:var(--soft);overflow-wrap:anywhere}
        dl.facts{display:flex;flex-wrap:wrap;gap:.35rem 2rem;margin:.9rem 0 0;padding:.6rem 0;
        border-block:1px solid var(--line)}
        .facts div{min-width:0}
        .facts dt{font-size:.8rem;color:var(--soft)}
        .facts dd{margin:0;overflow-wrap:anywhere}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem 2.5rem;margin-top:1.25rem}
        .tile h2{font-size:.95rem;font-weight:600;margin:0;color:var(--soft)}
        .tile .big{font-size:1.9rem;font-weight:650;line-height:1.25;margin:0}
        .tile .dif{font-size:1.05rem;font-weight:600;margin:0}
        .tile svg{display:block;width:100%;max-width:22rem;height:auto;margin-top:.4rem}
        .g{color:var(--good);fill:var(--good)}.r{color:var(--bad);fill:var(--bad)}.z{fill:var(--soft)}
        td.z{color:var(--soft)}
        .ac{fill:var(--ac)}.py{fill:var(--py)}.fc{fill:url(#hatch);stroke:var(--ac)}
        .bu{fill:var(--page);stroke:var(--ac);stroke-width:1.5}
        svg text.b{font-weight:650}.cut{fill:var(--page)}
        .x{fill:none;stroke:var(--soft)}.w{fill:none;stroke:var(--line)}
        svg text{fill:var(--ink);font-size:12px}svg .s{fill:var(--soft)}svg .e{text-anchor:end}svg .m{text-anchor:middle}
        svg text.g{fill:var(--good)}svg text.r{fill:var(--bad)}
        .sw{display:inline-block;width:.8em;height:.8em;margin-right:.35em;vertical-align:-.05em}
        .sw.ac{background:var(--ac)}.sw.py{background:var(--py)}.sw.bu{border:2px solid var(--ac)}
        .sw.fc{border:1px solid var(--ac);background:repeating-linear-gradient(135deg,var(--ac) 0 1px,#0000 1px 4px)}
        .key{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;color:var(--soft);font-size:.87rem;margin:.75rem 0 0}
        .scroll{overflow-x:auto;max-width:100%}
        .scroll:focus-visible,summary:focus-visible,input:focus-visible{outline:2px solid var(--focus);
        outline-offset:2px}
        table{border-collapse:collapse;width:100%;font-size:.93rem}
        th,td{padding:.22rem .6rem;text-align:right;vertical-align:baseline;white-space:nowrap}
        th{text-align:left;font-weight:400}
        thead th{font-weight:600;font-size:.85rem;color:var(--soft);vertical-align:bottom;
        border-bottom:2px solid var(--ink);position:sticky;top:0;background:var(--page)}
        thead .n{text-align:right}
        tbody tr{border-top:1px solid var(--faint)}tbody tr.k{border-top-color:var(--line)}
        tbody tr:hover,tbody tr:hover th{background:var(--faint)}
        tbody th[rowspan],tbody th.c{white-space:normal;min-width:15rem;max-width:26rem;overflow-wrap:anywhere}
        td.t,th.t{text-align:left}td.l{white-space:normal;overflow-wrap:anywhere}
        .d0>th.c,.d0>td,tfoot th,tfoot td{font-weight:650}
        .o{color:var(--soft);font-style:italic}
        .code{color:var(--soft)}
        tfoot tr{border-top:1px solid var(--ink)}
        .i1{padding-left:1.9rem}.i2{padding-left:3.2rem}.i3{padding-left:4.5rem}.i4{padding-left:5.8rem}
        .i5{padding-left:7.1rem}.i6{padding-left:8.4rem}
        table th:first-child{position:sticky;left:0;background:var(--page)}thead th:first-child{z-index:1}
        .f,.nf{appearance:none;display:inline-block;width:1.1rem;height:1.1rem;margin:0 .2rem 0 0;vertical-align:-.15em}
        .f{cursor:pointer;border-radius:3px;line-height:1.1rem;text-align:center}
        .f::before{content:"▸";color:var(--soft);font-size:1.15em}.f:checked::before{content:"▾"}
        .f:hover{background:var(--line)}
        .all{display:inline-block;font-size:.87rem;color:var(--soft);margin-bottom:.35rem;cursor:pointer}
        .all input{vertical-align:-.1em}
        .b{width:150px}.p{width:90px}.b,.p{height:16px;display:block;overflow:visible}
        td.v{padding-block:0;vertical-align:middle;width:1px}
        figure+.why{margin-top:1.25rem}
        .panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.25rem 1.5rem;margin:.75rem 0}
        figure{margin:0;min-width:0}
        figcaption{font-size:.87rem;line-height:1.3}figcaption b{display:block;font-weight:600;overflow-wrap:anywhere}
        figure svg{display:block;width:100%;max-width:26rem;height:auto}
        .wide svg{min-width:40rem;max-width:60rem}
        abbr{text-decoration:none}.months{font-size:.84rem}.months td,.months th{padding-inline:.35rem}.months .d0>td{font-weight:400}
        .months td:last-child,.months .d0>td:last-child{font-weight:650}.months tbody th.c{min-width:11rem}
        details{margin:.15rem 0}summary{cursor:pointer}
        .tree{max-width:60rem}.tree,.tree ul{list-style:none;margin:0;padding:0}
        .tree li{border-top:1px solid var(--faint)}
        .node{display:grid;grid-template-columns:minmax(0,1fr) auto 120px;gap:0 .75rem;align-items:baseline;
        padding:.2rem 0}
        .node .a{text-align:right;white-space:nowrap}.node .b{width:120px;align-self:center}
        .node .nm{overflow-wrap:anywhere}
        .tree summary{list-style:none}.tree summary::-webkit-details-marker{display:none}
        .tree .nm::before{content:"";display:inline-block;width:1.1rem}
        .tree summary .nm::before{content:"▸";color:var(--soft)}
        .tree details[open]>summary .nm::before{content:"▾"}
        .tree details{margin:0}.tree ul .nm{padding-left:1.3rem}.tree ul ul .nm{padding-left:2.6rem}
        .tree ul ul ul .nm{padding-left:3.9rem}.tree ul ul ul ul .nm{padding-left:5.2rem}
        .tree ul ul ul ul ul .nm{padding-left:6.5rem}
        .how{font-size:.82rem;color:var(--soft);display:block;grid-column:1/-1;padding:0 0 .25rem 1.3rem;
        overflow-wrap:anywhere}.tree ul .how{padding-left:2.6rem}.tree ul ul .how{padding-left:3.9rem}
        .tree ul ul ul .how{padding-left:5.2rem}
        .tile,figure,.tree li{break-inside:avoid}
        footer{margin-top:2.5rem;padding-top:.6rem;border-top:1px solid var(--line);color:var(--soft);font-size:.87rem}
        @media (max-width:70rem){th.pin,td.pin{display:none}}
        @media (max-width:58rem){body{padding:1rem 1rem 2rem}th.bar,td.bar{display:none}}
        @media (max-width:40rem){body{font-size:14px}h1{font-size:1.4rem}th,td{padding:.22rem .35rem}
        tbody th[rowspan],tbody th.c{min-width:9rem}.node{grid-template-columns:minmax(0,1fr) auto}.node .b{display:none}
        .i1{padding-left:.9rem}.i2{padding-left:1.5rem}.i3,.i4,.i5,.i6{padding-left:2.1rem}}
        @page{size:A4 landscape;margin:12mm 10mm 14mm;
        @bottom-right{content:counter(page) " / " counter(pages);font:9px sans-serif;color:#666}}
        @media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--faint:#e6e6e6;--page:#fff;
        --good:#1a7f4b;--bad:#c2342b;--ac:#3a4552;--py:#a3adb8}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        html{font-size:11px}body{max-width:none;padding:0;font-size:1rem}table{font-size:.85rem}.months{font-size:.78rem}
        table th:first-child{position:static}h2{margin-top:1.5rem}.wide svg{max-width:64rem}
        thead{display:table-header-group}thead th{position:static}tfoot{display:table-row-group}
        tr,h2,h3{break-inside:avoid}h2,h3,.why{break-after:avoid}
        .scroll{overflow:visible}.all,.more{display:none}.wide svg{min-width:0}
        .f::before,.tree .nm::before{visibility:hidden}
        th.bar,td.bar,th.pin,td.pin{display:table-cell}}

        """u8;
}
