"""Training of the shipped models: `python -m training categories|claims|words DATA_DIR…`.

Each DATA_DIR holds `rows.jsonl`, one JSON object a line: `{id, title?, text, gold: {category}}`; `words` needs the text
alone. The data stays where it is: what is shipped are the numbers made from it, and a receipt that says how. `icons`
needs no data: it draws the PNG icons from the favicon.
"""
