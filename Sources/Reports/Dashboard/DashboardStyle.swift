/// The style sheet of the dashboard, and the policy that allows it and nothing else.
package enum DashboardStyle {
    /// What the page may do: show itself in its own style.
    ///
    /// A test computes the digest anew and fails when the sheet was changed without it.
    package static let policy =
        "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"

    /// SHA-256 of the sheet, in base 64.
    private static let digest = "GF/Dp3f7QLVwRH+1g7ysC3eB71yx+TVhBlaxdH5hzYU="

    /// Two sets of colours, for light and for dark; text stands against its ground at 4.5 : 1 at
    /// least.
    ///
    /// Blue, ochre and brick are told apart by the colour-blind and grow darker with the need to
    /// act.
    package static let sheet: StaticString = """

        :root {
          color-scheme: light dark;
          --page: #f4f5f7; --card: #ffffff; --ink: #1a242e; --soft: #56616d; --rule: #d8dde3;
          --track: #e4e8ed; --met: #2a649e; --met-ground: #e1ecf6; --late: #c08a1e;
          --late-ink: #6f4b00; --late-ground: #fbf0d3; --unmet: #b4431b; --unmet-ink: #8f3311;
          --unmet-ground: #f9ddd1; --quiet-ground: #eceff2; --link: #1c5a99;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --page: #11151a; --card: #191f26; --ink: #e5e9ed; --soft: #a6b0bb; --rule: #333c46;
            --track: #2c343d; --met: #6ea8dc; --met-ground: #1c3650; --late: #cf9f3d;
            --late-ink: #efcd85; --late-ground: #40340f; --unmet: #e0764b; --unmet-ink: #f6b397;
            --unmet-ground: #51281a; --quiet-ground: #262e36; --link: #8dbdea;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 76rem; padding: 1.25rem 1.25rem 2rem;
          background: var(--page); color: var(--ink);
          font: 0.9375rem/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          font-variant-numeric: tabular-nums; overflow-wrap: break-word;
        }
        a { color: var(--link); text-underline-offset: 0.2em; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -100vw; top: 0; padding: 0.5rem 1rem; background: var(--card); }
        .skip:focus { left: 0.5rem; z-index: 2; }
        .unseen {
          position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap;
        }
        h1 { margin: 0 0 0.35rem; font-size: 1.45rem; line-height: 1.25; text-wrap: balance; }
        h2 { margin: 0 0 0.25rem; font-size: 1.0625rem; line-height: 1.3; }
        h3 { margin: 1rem 0 0.25rem; font-size: 0.9375rem; }
        p { margin: 0; }
        .office { color: var(--soft); font-size: 0.8125rem; letter-spacing: 0.02em; }
        .standing, .note { color: var(--soft); font-size: 0.875rem; max-width: 62rem; }
        .standing strong { color: var(--ink); }
        .soft { color: var(--soft); font-weight: 400; }
        .number { text-align: right; white-space: nowrap; }
        nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; font-size: 0.875rem; margin: 0 0 1rem; }
        section, .tiles > div {
          background: var(--card); border: 1px solid var(--rule); border-radius: 6px;
        }
        section { padding: 1rem 1.1rem 1.1rem; margin: 0 0 1rem; min-width: 0; scroll-margin-top: 0.5rem; }
        .note { margin-bottom: 0.75rem; }
        ul, ol, dl, dd { margin: 0; padding: 0; list-style: none; }
        footer { color: var(--soft); font-size: 0.8125rem; }

        .tiles {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr));
          gap: 0.75rem; margin: 1rem 0 0.75rem;
        }
        .tiles > div { padding: 0.7rem 0.9rem 0.75rem; }
        .tiles dt { color: var(--soft); font-size: 0.8125rem; }
        .figure { font-size: 1.75rem; line-height: 1.2; font-weight: 650; }
        .rest { color: var(--soft); }
        .remark { display: block; color: var(--soft); font-size: 0.8125rem; line-height: 1.35; }
        .row .bar .pending, .row .bar .nodata, .row .bar .none { fill: none; }
        .tiles .bar { margin: 0.3rem 0 0.35rem; height: 6px; }

        svg { display: block; overflow: visible; }
        svg text { fill: var(--soft); font-size: 12px; }
        rect { shape-rendering: crispEdges; }
        rect.track { fill: var(--track); }
        rect.met, rect.done { fill: var(--met); }
        rect.late { fill: var(--late); }
        rect.unmet { fill: var(--unmet); }
        rect.pending, rect.nodata, rect.exempt, rect.none { fill: var(--soft); fill-opacity: 0.45; }
        line.rule { stroke: var(--rule); stroke-width: 1; }
        line.dashed { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 3; }
        line.target { stroke: var(--ink); stroke-width: 2; }
        line.move { stroke: var(--met); stroke-width: 3; stroke-opacity: 0.55; }
        circle.before { fill: var(--card); stroke: var(--soft); stroke-width: 1.5; }
        circle.now { fill: var(--met); }

        .filter { display: none; border: 0; padding: 0; margin: 0 0 0.5rem; min-width: 0; flex-wrap: wrap; gap: 0.35rem; }
        .filter label { position: relative; }
        .filter input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
        .filter span {
          display: block; padding: 0.2rem 0.7rem; border: 1px solid var(--rule); border-radius: 99px;
          font-size: 0.8125rem;
        }
        .filter input:checked + span { background: var(--ink); color: var(--card); border-color: var(--ink); }
        .filter input:focus-visible + span { outline: 3px solid var(--link); outline-offset: 2px; }
        @supports selector(:has(*)) {
          .filter { display: flex; }
          #chi-tieu:has(#loc-met:checked) .row:not(.met),
          #chi-tieu:has(#loc-late:checked) .row:not(.late),
          #chi-tieu:has(#loc-pending:checked) .row:not(.pending),
          #chi-tieu:has(#loc-unmet:checked) .row:not(.unmet),
          #chi-tieu:has(#loc-nodata:checked) .row:not(.nodata),
          #chi-tieu:has(#loc-none:checked) .row:not(.none) { display: none; }
        }

        .row {
          display: grid; align-items: center; gap: 0.1rem 0.9rem; padding: 0.32rem 0;
          grid-template-columns: 5.6rem minmax(0, 1fr) 12rem 10.4rem 9.6rem;
          border-top: 1px solid var(--rule);
        }
        .id { color: var(--soft); font-size: 0.8125rem; white-space: nowrap; }
        .row .name { line-height: 1.35; }
        .row .number { white-space: normal; }
        .row .number .soft { white-space: nowrap; }
        .row .number .soft, .part .number .soft { display: inline-block; min-width: 4.2rem; padding-left: 0.4rem; }
        .chip { display: inline-flex; align-items: center; gap: 0.4rem; font-size: 0.875rem; white-space: nowrap; }
        .sign { width: 0.75rem; height: 0.75rem; flex: none; fill: var(--soft); }
        .sign .line { fill: none; stroke: var(--soft); stroke-width: 1.5; }
        .chip.met .sign { fill: var(--met); }
        .chip.late { color: var(--late-ink); }
        .chip.late .sign { fill: var(--late); }
        .chip.late .sign .line { fill: none; stroke: var(--late); }
        .chip.unmet { color: var(--unmet-ink); font-weight: 600; }
        .chip.unmet .sign { fill: var(--unmet); }
        .chip.pending, .chip.nodata, .chip.none, .chip.exempt { color: var(--soft); }

        .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1rem; }
        figure { margin: 0.25rem 0 0; }
        .duties li {
          display: grid; grid-template-columns: 15.5rem 16.5rem minmax(0, 1fr); gap: 0.05rem 1rem;
          padding: 0.35rem 0; border-top: 1px solid var(--rule); font-size: 0.875rem;
        }
        .duties strong { font-weight: 600; }
        .whole { white-space: nowrap; }
        .plain li { padding: 0.3rem 0; border-top: 1px solid var(--rule); font-size: 0.875rem; }
        .plain span { display: block; }
        .groups li { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; padding: 0.45rem 0; border-top: 1px solid var(--rule); }
        .groups h3 { flex: 1 0 100%; margin: 0; display: flex; justify-content: space-between; gap: 1rem; font-weight: 600; }
        .part { flex: 1 1 0; min-width: 0; display: grid; grid-template-columns: auto 1fr; align-items: baseline; font-size: 0.8125rem; }
        .part .number .soft { min-width: 0; }
        .part .bar { grid-column: 1 / -1; height: 6px; margin-top: 0.15rem; }
        .trend { columns: 2; column-gap: 2.5rem; margin-bottom: 0.5rem; }
        .trend li { display: grid; grid-template-columns: 5.2rem minmax(0, 1fr) 7.5rem; gap: 0.75rem; align-items: center; break-inside: avoid; padding: 0.1rem 0.3rem; font-size: 0.875rem; }

        details { margin-top: 0.6rem; }
        summary { cursor: pointer; color: var(--link); font-size: 0.875rem; }
        .frame { overflow-x: auto; margin-top: 0.4rem; }
        table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
        th, td { padding: 0.3rem 0.6rem 0.3rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--rule); font-weight: 400; }
        th.number, td.number { text-align: right; padding-left: 0.6rem; }
        thead th { color: var(--soft); vertical-align: bottom; font-size: 0.8125rem; line-height: 1.3; border-top: 0; }

        .map { font-size: 0.75rem; table-layout: auto; border-collapse: separate; border-spacing: 1px; }
        .map th, .map td { border: 0; padding: 0.14rem 0.1rem; text-align: center; min-width: 1.45rem; line-height: 1.25; }
        .map th[scope=row] {
          text-align: left; position: sticky; left: 0; background: var(--card); width: 13rem; min-width: 9rem;
          padding-right: 0.6rem;
        }
        .map th:first-child { text-align: left; }
        .map td.number { color: var(--soft); text-align: right; padding-right: 0.5rem; }
        .turned span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; display: inline-block; text-align: left; }
        .map .node th, .map .node td { font-weight: 600; padding-top: 0.6rem; color: var(--ink); }
        .map td.met, .cell.met { background: var(--met-ground); }
        .map td.late, .cell.late { background: var(--late-ground); color: var(--late-ink); }
        .map td.unmet, .cell.unmet { background: var(--unmet-ground); color: var(--unmet-ink); font-weight: 700; }
        .map td.nodata, .cell.nodata { background: var(--quiet-ground); }
        .map td.pending, .map td.exempt, .cell.pending, .cell.exempt { color: var(--soft); font-style: italic; }
        .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; font-size: 0.8125rem; }
        .cell { display: inline-block; min-width: 1.6rem; padding: 0 0.2rem; text-align: center; font-size: 0.75rem; }
        .names { columns: 2; column-gap: 2rem; font-size: 0.8125rem; margin-top: 0.4rem; }
        .names div { display: grid; grid-template-columns: 5.2rem 1fr; break-inside: avoid; padding: 0.1rem 0; }
        .names dt { color: var(--soft); }

        @media (max-width: 60rem) {
          .row { grid-template-columns: 5rem minmax(0, 1fr) 8.5rem 9rem; }
          .row .picture { grid-column: 2 / 3; }
          .row .name { grid-column: 2 / -1; }
          .pair { grid-template-columns: minmax(0, 1fr); }
        }
        @media (max-width: 40rem) {
          body { padding: 0.9rem 0.75rem 1.5rem; }
          h1 { font-size: 1.2rem; }
          section { padding: 0.85rem 0.85rem 0.95rem; }
          .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.5rem; }
          .tiles > div { padding: 0.55rem 0.7rem 0.6rem; }
          .tiles > div:first-child { grid-column: 1 / -1; }
          .row { grid-template-columns: minmax(0, 1fr) 9.6rem; padding: 0.5rem 0; }
          .row .id { grid-area: 1 / 1; }
          .row .chip { grid-area: 1 / 2; justify-self: end; }
          .row .name, .row .picture { grid-column: 1 / -1; }
          .row .name { grid-row: 2; }
          .row .picture { grid-area: 3 / 1; }
          .row .number { grid-area: 3 / 2; }
          .row .number .soft { min-width: 4.4rem; }
          .duties li { grid-template-columns: minmax(0, 1fr); }
          .groups li { gap: 0.3rem 0.75rem; }
          .part { grid-template-columns: 1fr; }
          .part .number { text-align: left; }
          .part .number .soft { padding-left: 0.3rem; }
          .trend, .names { columns: 1; }
          .trend li { grid-template-columns: 4.6rem minmax(0, 1fr) 6.2rem; padding-left: 0; }
          .map th[scope=row] { width: 8rem; min-width: 8rem; }
        }
        @media (prefers-contrast: more) {
          :root { --soft: var(--ink); --rule: var(--ink); }
        }
        @media (forced-colors: active) {
          svg, .cell, .map td { forced-color-adjust: none; }
        }
        @media print {
          @page { size: A4; margin: 15mm; }
          body { max-width: none; padding: 0; background: none; font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          nav, .skip, .filter, summary { display: none; }
          section { border: 0; padding: 0; margin: 0 0 1.2rem; }
          .tiles { grid-template-columns: repeat(5, 1fr); gap: 0.4rem; }
          .frame { overflow: visible; }
          .pair { display: block; }
          .duties li { grid-template-columns: 9.5rem 9rem minmax(0, 1fr); }
          .row, .groups li, .trend li, tr, figure { break-inside: avoid; }
          h2, h3, .note { break-after: avoid; }
          .row { grid-template-columns: 4.6rem minmax(0, 1fr) 8rem 7.4rem 7.6rem; padding: 0.2rem 0; gap: 0 0.6rem; }
          .row .name, .row .picture, .row .number, .row .id, .row .chip { grid-area: auto; }
          .map { font-size: 6.5pt; }
          .map th, .map td { min-width: 0; }
          .map th[scope=row] { min-width: 0; width: 7.5rem; position: static; }
          thead { display: table-header-group; }
        }

        """
}
