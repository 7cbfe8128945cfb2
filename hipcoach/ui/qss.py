"""One style sheet, made from colours and measures."""

from __future__ import annotations

from dataclasses import fields
from string import Template
from typing import Final

from hipcoach.ui.measures import Measures
from hipcoach.ui.tokens import Tokens

_SHEET: Final = Template("""
* { font-size: ${t_body}px; outline: none; }
QWidget { color: $ink; }
QWidget[role="page"], QMainWindow, QDialog, QScrollArea[role="page"] { background: $window; }
QScrollArea { background: transparent; border: none; }
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: ${s1}px; }

QLabel { background: transparent; }
QLabel[role="display"] { font-size: ${t_display}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${t_title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${t_heading}px; font-weight: 600; }
QLabel[role="lead"] { font-size: ${t_lead}px; }
QLabel[role="mark"] { color: $accent; font-size: ${t_prose}px; font-weight: 600; }
QLabel[role="prose"] { font-size: ${t_prose}px; }
QLabel[role="soft"] { color: $ink_soft; }
QLabel[role="overline"] { color: $ink_soft; font-size: ${t_small}px; font-weight: 600; }
QLabel[role="small"] { color: $ink_soft; font-size: ${t_small}px; }
QLabel[role="chip"] { background: $sunken; color: $ink_soft; border: 1px solid $line;
  border-radius: ${s2}px; padding: ${s1}px ${s2}px; font-size: ${t_small}px; }
QLabel[role="chip"][active="true"] { background: $accent; color: $on_accent;
  border-color: $accent; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="step"] { color: $accent; font-weight: 600; }
QLabel[role="worst"] { color: $danger; font-weight: 600; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${r_card}px; }
QFrame[role="hero"] { background: $accent_soft; border: 1px solid $accent_soft_line;
  border-radius: ${r_card}px; }
QFrame[role="hero"] QLabel { color: $on_accent_soft; }
QFrame[role="step"] { background: $surface; border: 1px solid $line;
  border-radius: ${r_card}px; }
QFrame[role="step"][open="true"] { border: 2px solid $accent; }
QFrame[role="step"]:focus { border: 3px solid $focus; }
QLabel[role="step"] { background: transparent; border: none; }
QFrame[role="drop"] { background: $accent; border: none; border-radius: 2px; }
QFrame[role="side"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[role="care"] { background: $notice_soft; border: 1px solid $notice_line;
  border-radius: ${r_card}px; }
QFrame[role="care"] QLabel { color: $on_notice_soft; }
QFrame[role="referral"] { background: $notice_soft; border: 2px solid $on_notice_soft;
  border-radius: ${r_card}px; }
QFrame[role="referral"] QLabel { color: $on_notice_soft; }
QFrame[role="referral"][tone="danger"] { background: $danger_soft;
  border-color: $on_danger_soft; }
QFrame[role="referral"][tone="danger"] QLabel { color: $on_danger_soft; }
QFrame[role="picture"] { background: $sunken; border-radius: ${r_control}px; }
QFrame[role="rule"] { background: $line; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="rail"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="foot"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[role="banner"] { background: $notice_soft; border: 1px solid $notice_line;
  border-radius: ${r_control}px; }
QFrame[role="told"] { background: $sunken; border: 1px solid $line;
  border-radius: ${r_control}px; }
QFrame[role="banner"] QLabel { color: $on_notice_soft; }
QFrame[role="banner"][tone="danger"] { background: $danger_soft; border-color: $danger_line; }
QFrame[role="banner"][tone="danger"] QLabel { color: $on_danger_soft; }

QPushButton { background: $surface; color: $ink; border: 1px solid $edge;
  border-radius: ${r_control}px; padding: ${s2}px ${s4}px; min-height: ${h_control}px; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $focus; padding: ${s2_in}px ${s4_in}px; }
QPushButton:disabled { color: $ink_soft; border: 1px dashed $edge; background: $sunken; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; padding-left: ${s5}px; padding-right: ${s5}px; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:pressed { background: $accent_pressed; }
QPushButton[role="primary"]:focus { border: 2px solid $focus; }
QPushButton[role="primary"]:disabled { background: $sunken; color: $ink_soft;
  border: 1px dashed $edge; }
QPushButton[big="true"] { font-size: ${t_lead}px; min-height: ${h_big}px; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $accent;
  font-weight: 600; }
QPushButton[role="quiet"]:hover { background: $accent_soft; color: $on_accent_soft; }
QPushButton[role="quiet"]:focus { border: 2px solid $focus; }
QPushButton[role="quiet"][tight="true"] { padding: ${s2}px; }
QPushButton[role="quiet"][tight="true"]:focus { padding: ${s2_in}px; }
QFrame[role="hero"] QPushButton[role="quiet"] { color: $on_accent_soft; }
QFrame[role="banner"] QPushButton { background: transparent; color: $on_notice_soft;
  border-color: $on_notice_soft; }
QFrame[role="banner"][tone="danger"] QPushButton { color: $on_danger_soft;
  border-color: $on_danger_soft; }
QPushButton[role="subtle"] { background: transparent; border: 1px solid transparent;
  color: $ink_soft; font-size: ${t_small}px; padding: ${s1}px; min-height: 0; }
QPushButton[role="subtle"]:hover { background: $sunken; color: $ink; }
QPushButton[role="subtle"]:focus { border: 2px solid $focus; padding: ${s1_in}px; }
QPushButton[role="filter"] { background: $sunken; color: $ink; border: 1px solid $line;
  font-size: ${t_small}px; padding: ${s1}px ${s2}px; min-height: 0; }
QPushButton[role="filter"]:hover { background: $line; }
QPushButton[role="filter"][active="true"] { background: $accent_soft; color: $on_accent_soft;
  border-color: $accent; font-weight: 600; }
QPushButton[role="filter"]:focus { border: 2px solid $focus; padding: ${s1_in}px ${s2_in}px; }
QPushButton[role="option"] { padding: ${s2}px ${s3}px; }
QPushButton[role="option"]:hover { background: $accent_soft; color: $on_accent_soft;
  border-color: $accent; }
QPushButton[role="option"]:checked { background: $accent_soft; color: $on_accent_soft;
  border: 2px solid $accent; font-weight: 600; }
QPushButton[role="option"]:focus { border: 2px solid $focus; }
QPushButton::menu-indicator { width: 0; }
QPushButton[role="turn"] { padding: 0; min-width: ${h_control}px; background: transparent;
  border: 1px solid transparent; }
QPushButton[role="turn"]:hover { background: $sunken; }
QPushButton[role="icon"] { padding: ${s1}px ${s2}px; min-width: ${h_control}px; }
QPushButton[role="icon"]:focus { border: 2px solid $focus; padding: ${s1}px ${s2}px; }
QPushButton[role="icon"]::menu-indicator { image: none; width: 0; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: ${s1}px 1px; min-height: 0; text-align: left; text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $focus; border-radius: ${s1}px;
  padding: ${s1_in}px 0; }
QPushButton[role="place"] { background: transparent; border: 2px solid transparent;
  text-align: left; color: $ink_soft; font-weight: 600; padding: ${s2}px ${s3}px;
  min-height: ${h_control}px; }
QPushButton[role="place"]:hover { background: $sunken; color: $ink; }
QPushButton[role="place"]:checked { background: $accent_soft; color: $on_accent_soft; }
QPushButton[role="place"]:focus { border-color: $focus; }
QPushButton[role="place"][tight="true"] { padding: ${s2}px ${s1}px; }
QPushButton[role="answer"] { font-size: ${t_answer}px; font-weight: 600; padding: 0;
  border: 2px solid $edge; border-radius: ${r_card}px; min-height: 0; }
QPushButton[role="answer"]:hover { background: $accent_soft; color: $on_accent_soft;
  border-color: $accent; }
QPushButton[role="answer"]:checked { background: $accent; color: $on_accent;
  border-color: $accent; }
QPushButton[role="answer"]:focus { border: 4px solid $focus; }
QPushButton[role="segment"] { border-radius: ${r_control}px; min-width: ${h_big}px; }
QPushButton[role="segment"]:checked { background: $accent; color: $on_accent;
  border-color: $accent; }
QPushButton[role="segment"]:checked:focus { border: 2px solid $focus; }

QPlainTextEdit { background: $surface; color: $ink; border: 1px solid $edge;
  border-radius: ${r_control}px; padding: ${s1}px ${s2}px; selection-background-color: $accent;
  selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $focus; }
QLineEdit, QComboBox, QAbstractSpinBox { background: $surface; color: $ink;
  border: 1px solid $edge; border-radius: ${r_control}px; padding: ${s1}px ${s3}px;
  min-height: ${h_control}px; selection-background-color: $accent;
  selection-color: $on_accent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: ${s6}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $edge;
  padding: ${s1}px; selection-background-color: $accent_soft; selection-color: $on_accent_soft; }

QCheckBox, QRadioButton { spacing: ${s3}px; padding: ${s2}px; border: 2px solid transparent;
  border-radius: ${s2}px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }

QSlider { min-height: ${h_control}px; }
QSlider::groove:horizontal { height: ${s1}px; border-radius: ${s1_half}px; background: $track; }
QSlider::sub-page:horizontal { background: $accent; border-radius: ${s1_half}px; }
QSlider::handle:horizontal { background: $accent; border: 2px solid $surface;
  width: ${s4}px; height: ${s4}px; margin: -${s2}px 0; border-radius: ${s2_and}px; }
QSlider::handle:horizontal:focus { border: 3px solid $focus; }

QProgressBar { background: $track; border: none; border-radius: ${s1_half}px;
  min-height: ${s1}px; max-height: ${s1}px; }
QProgressBar::chunk { background: $accent; border-radius: ${s1_half}px; }

QListView { background: transparent; border: none; }
QListView::item { border: 2px solid transparent; border-radius: ${r_control}px;
  padding: ${s2}px; color: $ink; }
QListView::item:hover { background: $sunken; }
QListView::item:selected { background: $accent_soft; color: $on_accent_soft; }
QListView::item:focus { border: 2px solid $focus; }

QTableView { background: transparent; border: none; }
QTableView::item { border: none; }
QTableCornerButton::section { background: transparent; border: none; }
QHeaderView, QHeaderView::section { background: transparent; border: none; color: $ink_soft;
  font-size: ${t_small}px; }
QHeaderView::section { padding: ${s1}px; }
QHeaderView::section:vertical { padding: 0 ${s1}px; }
QComboBox[role="title"] { font-size: ${t_heading}px; font-weight: 600; }

QMenuBar { background: $surface; color: $ink; border-bottom: 1px solid $line; }
QMenuBar::item { padding: ${s1}px ${s3}px; background: transparent; border-radius: ${s1}px; }
QMenuBar::item:selected { background: $accent_soft; color: $on_accent_soft; }
QMenu { background: $surface; color: $ink; border: 1px solid $edge; padding: ${s1}px; }
QMenu::item { padding: ${s2}px ${s5}px; border-radius: ${s1}px; }
QMenu::item:selected { background: $accent_soft; color: $on_accent_soft; }
QMenu::item:disabled { color: $ink_soft; }
QMenu::separator { height: 1px; background: $line; margin: ${s1}px ${s2}px; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox QLabel#qt_msgbox_label { font-size: ${t_lead}px; font-weight: 600; }

QScrollBar:vertical { background: transparent; width: ${s3}px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 3px; margin: 3px;
  min-height: ${s6}px; }
QScrollBar:horizontal { background: transparent; height: ${s3}px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 3px; margin: 3px;
  min-width: ${s6}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(tokens: Tokens, measures: Measures) -> str:
    """The style sheet of the whole application."""
    strong = tokens.name == "high-contrast"
    colours = {field.name: str(getattr(tokens, field.name)) for field in fields(tokens)}
    spaces = {f"s{step}": str(measures.space(step)) for step in range(9)}
    texts = {
        f"t_{name}": str(measures.text(share))
        for name, share in (
            ("small", 0.87),
            ("body", 1.0),
            ("prose", 1.1),
            ("lead", 1.2),
            ("heading", 1.25),
            ("title", 1.75),
            ("display", 2.3),
            ("answer", 2.2),
        )
    }
    return _SHEET.substitute(
        colours,
        **spaces,
        **texts,
        r_card=measures.space(4),
        r_control=measures.text(0.66),
        h_control=measures.text(1.6),
        h_big=measures.text(2.6),
        s1_half=max(1, measures.space(1) // 2),
        s1_in=max(0, measures.space(1) - 1),
        s2_in=measures.space(2) - 1,
        s4_in=measures.space(4) - 1,
        s2_and=measures.space(2) + 2,
        track=tokens.edge if strong else tokens.line,
        accent_soft_line=tokens.accent if strong else tokens.accent_soft,
        notice_line=tokens.on_notice_soft if strong else tokens.notice_soft,
        danger_line=tokens.on_danger_soft if strong else tokens.danger_soft,
    )
