"""Colours of the cards: the light scheme of static/css/tokens.css (a test compares them)."""

TOKENS = {
    "paper": "#faf8f3",
    "surface": "#ffffff",
    "ink": "#17212b",
    "muted": "#4f5c69",
    "line": "#e2dccd",
    "brand": "#0a4f8f",
    "brand-deep": "#06335e",
    "brand-tint": "#e4edf6",
    "on-brand": "#ffffff",
    "on-deep": "#ffffff",
    "on-deep-muted": "#c3d5e8",
    "accent": "#b3261e",
    "gold-bright": "#d9a441",
    "gold-fill": "#f7dc8b",
    "on-gold": "#573900",
    "silver-fill": "#dde3e8",
    "on-silver": "#2b3742",
    "bronze-fill": "#f1cbac",
    "on-bronze": "#5c2e10",
}
# Fill and mark of each form of roundel, as static/css/components.css paints them.
ROUNDELS = {
    "gold": ("gold-fill", "on-gold"),
    "crown": ("gold-fill", "on-gold"),
    "star": ("gold-fill", "on-gold"),
    "silver": ("silver-fill", "on-silver"),
    "bronze": ("bronze-fill", "on-bronze"),
    "merit": ("brand-tint", "brand"),
    "seal": ("brand", "on-brand"),
    "plain": ("surface", "muted"),
    "nominee": ("surface", "muted"),
}


def roundel_paint(form: str) -> dict[str, dict[str, str]]:
    """Return what each class of components/roundel.html looks like in this form."""
    fill, mark = (TOKENS[name] for name in ROUNDELS[form])
    disc = {"fill": fill, "stroke": mark, "stroke-width": "1.2"}
    rim = {
        "fill": "none",
        "stroke": mark,
        "stroke-width": "1.7",
        "stroke-linecap": "round",
        "stroke-dasharray": "0 3.77",
        "stroke-opacity": ".75",
    }
    glyph = {"fill": mark}
    if form in ("seal", "merit"):
        rim |= {"stroke-width": "1", "stroke-dasharray": "none"}
    if form in ("nominee", "plain"):
        disc["stroke-width"] = "1.6"
        rim["display"] = "none"
    if form == "nominee":
        disc["stroke-dasharray"] = "4 3.5"
    if form == "seal":
        glyph["transform"] = "translate(0 -.8)"
    return {"disc": disc, "rim": rim, "glyph": glyph}


TUMPAL = {
    "tumpal-shoot": {"fill": TOKENS["brand-deep"]},
    "tumpal-seed": {"fill": TOKENS["gold-bright"]},
    "tumpal-dot": {"fill": TOKENS["brand-deep"]},
}
