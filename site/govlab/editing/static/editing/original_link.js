// In rich texts of a translation: gives the selected words a link of the original.
(() => {
    const { React, draftail, DraftJS } = window;
    if (!draftail || !React || !DraftJS) return;
    const { EditorState, Modifier, RichUtils } = DraftJS;

    class OriginalLinkSource extends React.Component {
        componentDidMount() {
            const { entityType } = this.props;
            if (entityType.links.length === 1) this.choose(entityType.links[0]);
        }

        choose({ id, text }) {
            const { editorState, entityType, onComplete } = this.props;
            const selection = editorState.getSelection();
            const content = editorState.getCurrentContent().createEntity(entityType.type, "MUTABLE", { link: id, text });
            const key = content.getLastCreatedEntityKey();
            if (selection.isCollapsed()) {
                const changed = Modifier.insertText(content, selection, text, null, key);
                onComplete(EditorState.push(editorState, changed, "insert-characters"));
            } else {
                onComplete(RichUtils.toggleLink(EditorState.push(editorState, content, "apply-entity"), selection, key));
            }
        }

        render() {
            const { entityType, onClose } = this.props;
            if (entityType.links.length === 1) return null;
            const choices = entityType.links.map((link) =>
                React.createElement("button", {
                    key: link.id,
                    type: "button",
                    className: "button button-small button-secondary",
                    onClick: () => this.choose(link),
                }, link.text));
            return React.createElement("div", {
                className: "translation-choices",
                role: "dialog",
                "aria-label": entityType.description,
                onKeyDown: (event) => event.key === "Escape" && onClose(),
            }, ...choices);
        }
    }

    // Wagtail's own tooltip removes the link or opens the choice again.
    const OriginalLink = (props) =>
        React.createElement(draftail.TooltipEntity, {
            ...props,
            icon: "#icon-link",
            label: props.contentState.getEntity(props.entityKey).getData().text ?? "",
        });

    draftail.registerPlugin({
        type: "ORIGINAL_LINK",
        source: OriginalLinkSource,
        decorator: OriginalLink,
    }, "entityTypes");
})();
