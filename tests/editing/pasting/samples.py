"""One text, as each product puts it on the clipboard. Written in the manner of their markup."""

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;} --></style></head>
<body lang=LV style='tab-interval:36.0pt'><!--StartFragment-->
<h1>Darbn&#299;ca <span style='mso-spacerun:yes'>&nbsp;</span>bibliot&#275;k&#257;<o:p></o:p></h1>
<p class=MsoNormal>Darbn&#299;ca ilga <b style='mso-bidi-font-weight:normal'>divas</b> stundas,
telpa bija 40&nbsp;m<sup>2</sup>. <span style='color:#C00000;background:yellow'>Svar&#299;gi!</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>Ko ņemt l&#299;dzi<o:p></o:p></h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>&middot;<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>pap&#299;ru<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>baltu<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>&middot;<span>&nbsp;</span></span><![endif]>z&#299;muļus<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>san&#257;kt<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]>s&#257;kt<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0><tr><td width=100><p class=MsoNormal><b>Gads</b><o:p></o:p></p></td>
<td><p class=MsoNormal><b>Dal&#299;bnieki</b></p></td></tr>
<tr><td><p class=MsoNormal>2024</p></td><td><p class=MsoNormal>12<o:p></o:p></p></td></tr></table>
<p class=MsoNormal>Vair&#257;k: <a href="https://piemers.lv/darbnica">darbn&#299;cas apraksts</a>.<a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'>[1]</span></span></a>
<img width=10 src="file:///C:/Users/x/clip_image001.png"><span class=MsoCommentReference><a
style='mso-comment-reference:AB_1'>[AB1]</a></span><o:p></o:p></p>
<!--EndFragment--><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"><span>[1]</span></a> Foto: autore.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>[AB1] Piez&#299;me</p></div></div>
</body></html>"""

WORD_ONLINE = """<div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="1"><span
class="TextRun SCXW1"><span class="NormalTextRun">Darbnīca bibliotēkā</span></span><span class="EOP">&nbsp;</span></p></div>
<div class="OutlineElement"><p class="Paragraph"><span class="TextRun">Darbnīca ilga </span><span class="TextRun"
style="font-weight:bold">divas</span><span class="TextRun"> stundas, telpa bija 40 m</span><span class="TextRun"
style="vertical-align:super">2</span><span class="TextRun">. </span><span class="TextRun"
style="background-color:rgb(255, 255, 0)">Svarīgi!</span><span class="EOP">&nbsp;</span></p></div>
<div class="OutlineElement"><p class="Paragraph"><span class="EOP">&nbsp;</span></p></div>
<div class="OutlineElement"><p role="heading" aria-level="2"><span>Ko ņemt līdzi</span></p></div>
<div class="ListContainerWrapper"><ul class="BulletListStyle1"><li data-aria-level="1" data-leveltext="●"><p
class="Paragraph"><span>papīru</span></p></li></ul></div>
<div class="ListContainerWrapper"><ul><li data-aria-level="2"><p class="Paragraph"><span>baltu</span></p></li></ul></div>
<div class="ListContainerWrapper"><ul><li data-aria-level="1"><p class="Paragraph"><span>zīmuļus</span></p></li></ul></div>
<div class="ListContainerWrapper"><ol><li data-aria-level="1"><p><span>sanākt</span></p></li></ol></div>
<div class="ListContainerWrapper"><ol><li data-aria-level="1"><p><span>sākt</span></p></li></ol></div>
<div class="TableContainer"><table><tbody><tr><td><div><p><span>Gads</span></p></div></td><td><p>Dalībnieki</p></td></tr>
<tr><td><p>2024</p></td><td><p>12</p></td></tr></tbody></table></div>
<div><p><span>Vairāk: </span><a class="Hyperlink" href="https://piemers.lv/darbnica" target="_blank"><span
style="text-decoration:underline">darbnīcas apraksts</span></a><span>.</span></p></div>"""

GOOGLE_DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-3f"><h1 dir="ltr"
style="line-height:1.38"><span style="font-size:20pt;font-weight:400;color:#000000">Darbnīca bibliotēkā</span></h1>
<p dir="ltr"><span style="font-weight:400">Darbnīca ilga </span><span style="font-weight:700">divas</span><span
style="font-weight:400"> stundas, telpa bija 40 m</span><span style="font-size:0.6em;vertical-align:super">2</span><span>. </span><span
style="background-color:#ffff00">Svarīgi!</span></p><br /><h2 dir="ltr"><span>Ko ņemt līdzi</span></h2>
<ul style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>papīru</span></p></li>
<ul><li dir="ltr" aria-level="2"><p role="presentation"><span>baltu</span></p></li></ul>
<li aria-level="1"><p role="presentation"><span>zīmuļus</span></p></li></ul>
<ol><li aria-level="1"><p role="presentation"><span>sanākt</span></p></li><li aria-level="1"><p><span>sākt</span></p></li></ol>
<div dir="ltr" align="left"><table><colgroup><col width="10"/><col/></colgroup><tbody><tr><td><p><span
style="font-weight:700">Gads</span></p></td><td><p>Dalībnieki</p></td></tr><tr><td><p>2024</p></td><td><p>12</p></td></tr></tbody></table></div>
<p dir="ltr"><span>Vairāk: </span><a href="https://piemers.lv/darbnica" style="text-decoration:none"><span
style="color:#1155cc;text-decoration:underline">darbnīcas apraksts</span></a><span>.</span></p></b>"""

LIBREOFFICE = """<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.6 (Linux)"/>
<style type="text/css">h1 { color: #000000 } p { line-height: 115% }</style></head><body lang="lv-LV" dir="ltr">
<h1 class="western">Darbnīca bibliotēkā</h1><p class="western" style="margin-bottom: 0cm">Darbnīca ilga <b>divas</b>
stundas, telpa bija 40&nbsp;m<sup>2</sup>. <font color="#c9211e">Svarīgi!</font></p><p><br/></p>
<h2 class="western">Ko ņemt līdzi</h2><ul><li><p>papīru</p><ul><li><p>baltu</p></li></ul></li><li><p>zīmuļus</p></li></ul>
<ol><li><p>sanākt</p></li><li><p>sākt</p></li></ol><table width="100%"><col width="128*"/><thead><tr><th>Gads</th>
<th><p>Dalībnieki</p></th></tr></thead><tbody><tr><td sdval="2024"><p>2024</p></td><td>12</td></tr></tbody></table>
<p>Vairāk: <u><a href="https://piemers.lv/darbnica">darbnīcas apraksts</a></u>.</p></body></html>"""

WEB_PAGE = """<article><header><nav style="display:none">Izvēlne</nav><h1><span>Darbnīca</span> bibliotēkā</h1></header>
<div><p>Darbnīca ilga <strong>divas</strong> stundas, telpa bija 40&nbsp;m<sup>2</sup>. <mark>Svarīgi!</mark></p>
<script>alert(1)</script></div><section><h2>Ko ņemt līdzi</h2><ul><li>papīru<ul><li>baltu</li></ul></li><li>zīmuļus</li></ul>
<ol><li>sanākt</li><li>sākt</li></ol></section><table><tr><th>Gads</th><th>Dalībnieki</th></tr><tr><td>2024</td>
<td>12</td></tr></table><p>Vairāk: <a href="https://piemers.lv/darbnica" onclick="x()">darbnīcas apraksts</a>.</p></article>"""
